import { findAdministrativeCourt } from '@wir/documents/domain';
import type { ReadTx } from '@wir/shared/api';
import { DomainError, type LocalDate } from '@wir/shared/kernel';

/** Who receives the notice, and which court is told; kept with the notice as they were on that day. */
export interface Recipient {
  readonly addressee: {
    readonly officialName: string;
    readonly addresseeBody: string;
    readonly addressLines: readonly string[];
    readonly officialKey: string;
  };
  readonly court: string;
}

interface Row {
  readonly official_name: string;
  readonly addressee_body: string;
  readonly seat_town: string;
  readonly official_key: string;
  readonly court: string;
}

/** Master data are dated: Hanau has another key and kind since 1 January 2026. */
const SELECT = `
SELECT coalesce(v.official_name, p.official_name) AS official_name, p.addressee_body, p.seat_town, coalesce(v.official_key, p.official_key) AS official_key,
  coalesce(v.administrative_court, p.administrative_court) AS court
FROM programme.applicant p
LEFT JOIN LATERAL (SELECT * FROM programme.applicant_version av WHERE av.applicant_id = p.id AND av.valid_from <= $2 ORDER BY av.valid_from DESC LIMIT 1) v ON true
WHERE p.id = $1`;

export async function recipientOn(tx: ReadTx, applicantId: string, day: LocalDate): Promise<Recipient> {
  const row = await tx.queryOne<Row>(SELECT, [applicantId, day]);
  const court = findAdministrativeCourt(row?.court ?? '');
  if (row === null || court === undefined)
    throw new DomainError('unprocessable', 'document.court-unknown', { court: row?.court ?? null });
  const {
    official_name: officialName,
    addressee_body: addresseeBody,
    seat_town: seatTown,
    official_key: officialKey,
  } = row;
  return { addressee: { officialName, addresseeBody, addressLines: [seatTown], officialKey }, court: court.name };
}
