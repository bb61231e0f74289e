import { applicantEditor, PERSONAS, useTestDatabase } from '@wir/shared/testing';
import type { ApplicationDto } from '../dto/application.dto';
import { ApplicationQueryDto, type ApplicationListItemDto } from '../dto/application-list.dto';
import { openTransactions, type OpenedTransactions } from '../testing/acting-as';
import { insertApplication, type ApplicationSeed } from '../testing/insert-application';
import { applicationDto } from './application-dto';
import { ApplicationListQueries } from './application-list.queries';

const EDITOR = applicantEditor('WI');
const HIDDEN: readonly ApplicationSeed[] = [
  { state: 'UNDER_REVIEW' },
  { state: 'REVIEWED' },
  { state: 'BUDGET_CONFIRMED' },
  { state: 'APPROVED', approvedCents: 7 },
  { state: 'PARTLY_APPROVED', approvedCents: 7, notice: 'SIGNED' },
  { state: 'REJECTED', notice: 'SIGNED' },
];

describe('what a municipality sees of its own case', () => {
  let opened: OpenedTransactions;
  afterAll(() => opened.close());
  const database = useTestDatabase({ seed: 'base' });
  let nextYear = 1900;

  beforeAll(async () => {
    opened = await openTransactions(database);
  });

  /** Each in a year of its own, since only one case may be live at a time. */
  const insert = (seed: ApplicationSeed): Promise<string> => {
    nextYear += 1;
    return insertApplication(database, { ...seed, period: [`${nextYear}-01-01`, `${nextYear}-12-31`] });
  };
  const readAs = async (email: string, id: string): Promise<ApplicationDto> =>
    opened.transactions.read(await opened.requestAs(email), (tx) => applicationDto(tx, id));
  const listAs = async (email: string, query: Partial<ApplicationQueryDto>): Promise<ApplicationListItemDto[]> =>
    (
      await new ApplicationListQueries(opened.transactions).list(
        await opened.requestAs(email),
        Object.assign(new ApplicationQueryDto(), query),
      )
    ).items;

  it.each(HIDDEN)('is "in review" while it is $state and no notice was dispatched ($notice)', async (seed) => {
    const id = await insert(seed);

    const masked = { state: 'UNDER_REVIEW', approvedCents: null, awardId: null, noticeId: null };
    expect(await readAs(EDITOR, id)).toMatchObject({
      ...masked,
      decision: null,
      recommendation: null,
      assigneeName: null,
    });
    expect((await listAs(EDITOR, {})).find((item) => item.id === id)).toMatchObject({
      state: 'UNDER_REVIEW',
      approvedCents: null,
    });
    expect((await listAs(EDITOR, { state: ['UNDER_REVIEW'] })).map((item) => item.id)).toContain(id);
    expect(await readAs(PERSONAS.caseWorker, id)).toMatchObject({ state: seed.state });
  });

  it('never turns up under an internal state', async () => {
    const id = await insert({ state: 'BUDGET_CONFIRMED' });

    expect(
      await listAs(EDITOR, { state: ['REVIEWED', 'BUDGET_CONFIRMED', 'APPROVED', 'PARTLY_APPROVED', 'REJECTED'] }),
    ).toEqual([]);
    expect((await listAs(PERSONAS.caseWorker, { state: ['BUDGET_CONFIRMED'] })).map((item) => item.id)).toContain(id);
  });

  it('is decided once the notice was dispatched, with the reasons once it was notified', async () => {
    const dispatched = await insert({ state: 'PARTLY_APPROVED', approvedCents: 7, notice: 'DISPATCHED' });
    const notified = await insert({ state: 'REJECTED', notice: 'NOTIFIED' });

    expect(await readAs(EDITOR, dispatched)).toMatchObject({
      state: 'PARTLY_APPROVED',
      approvedCents: 7,
      noticeId: expect.any(String),
      decision: null,
    });
    expect(await readAs(EDITOR, notified)).toMatchObject({
      state: 'REJECTED',
      decision: { outcome: 'REJECTED', reasons: 'Gründe' },
    });
    expect(await readAs(PERSONAS.headOfUnit, dispatched)).toMatchObject({ decision: { outcome: 'PARTLY_APPROVED' } });
  });

  it('is nothing at all when the case belongs to another one', async () => {
    const id = await insert({ state: 'SUBMITTED' });

    await expect(readAs(applicantEditor('KS'), id)).rejects.toMatchObject({
      kind: 'not-found',
      code: 'application.not-found',
    });
    await expect(readAs(PERSONAS.admin, id)).rejects.toMatchObject({ code: 'application.not-found' });
  });
});

describe('one live application', () => {
  const database = useTestDatabase({ seed: 'base' });
  const refusal = { code: '23P01', constraint: 'application_one_live_per_module_and_period' };

  it('stands against a second one for the same module in an overlapping period', async () => {
    await insertApplication(database, { state: 'SUBMITTED', period: ['2026-01-01', '2027-12-31'] });

    await expect(insertApplication(database, { period: ['2027-12-31', '2030-12-31'] })).rejects.toMatchObject(refusal);
    await expect(insertApplication(database, { period: ['2028-01-01', '2030-12-31'] })).resolves.toEqual(
      expect.any(String),
    );
  });

  it.each(['REJECTED', 'WITHDRAWN', 'EXPIRED'] as const)('does not count one that is %s', async (state) => {
    await insertApplication(database, { applicant: 'KS', state, period: ['2026-01-01', '2026-12-31'] });

    await expect(
      insertApplication(database, { applicant: 'KS', state, period: ['2026-01-01', '2026-12-31'] }),
    ).resolves.toEqual(expect.any(String));
  });
});
