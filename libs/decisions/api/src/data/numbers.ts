import type { Tx } from '@wir/shared/api';
import { partsOf } from '@wir/shared/kernel';

export interface CaseNumbers {
  readonly noticeNumber: string;
  readonly fileReference: string;
  readonly awardNumber: string | null;
}

/** Unit and file plan of the ministry; the last two parts are year and process. */
const FILE_PLAN = 'VI 4 - 58g 0401-0003';

const NEXT = `
SELECT p.code, platform.next_number('file-reference', $2) AS process, platform.next_number('notice', $2) AS notice,
  CASE WHEN $3::boolean THEN platform.next_number('award', $2) END AS award
FROM programme.programme p WHERE p.id = $1`;

interface Row {
  readonly code: string;
  readonly process: number;
  readonly notice: number;
  readonly award: number | null;
}

/** Gapless per year: the counters fall back with the transaction. Called last before the inserts, since they stay locked until the end. */
export async function nextNumbers(tx: Tx, programmeId: string, withAward: boolean): Promise<CaseNumbers> {
  const { year } = partsOf(tx.today);
  const row = await tx.queryOne<Row>(NEXT, [programmeId, year, withAward]);
  if (row === null) throw new Error('The programme has gone');
  const number = (series: string, value: number): string =>
    `${row.code}-${year}-${series}-${String(value).padStart(4, '0')}`;
  return {
    noticeNumber: number('B', row.notice),
    fileReference: `${FILE_PLAN}/${year}/${String(row.process).padStart(3, '0')}`,
    awardNumber: row.award === null ? null : number('Z', row.award),
  };
}
