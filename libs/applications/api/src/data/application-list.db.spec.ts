import { applicantEditor, PERSONAS, useTestDatabase } from '@wir/shared/testing';
import { ApplicationQueryDto, type ApplicationPageDto } from '../dto/application-list.dto';
import { openTransactions, type OpenedTransactions } from '../testing/acting-as';
import { insertApplication } from '../testing/insert-application';
import { ApplicationListQueries } from './application-list.queries';

describe('the list of applications', () => {
  let opened: OpenedTransactions;
  afterAll(() => opened.close());
  const database = useTestDatabase({ seed: 'base' });
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    opened = await openTransactions(database);
    const cases = {
      draft: { applicant: 'WI', requestedCents: 100 },
      submitted: {
        applicant: 'KS',
        state: 'SUBMITTED',
        requestedCents: 300,
        late: true,
        title: 'Haus der Vielfalt 100%',
      },
      requested: { applicant: 'DA', state: 'INFO_REQUESTED', requestedCents: 200, dueDate: '2026-03-20' },
      reviewed: { applicant: 'HU', state: 'REVIEWED', requestedCents: 500, period: ['2026-01-01', '2027-12-31'] },
    } as const;
    for (const [name, seed] of Object.entries(cases)) ids[name] = await insertApplication(database, seed);
  });

  const listAs = async (email: string, query: Partial<ApplicationQueryDto> = {}): Promise<ApplicationPageDto> =>
    new ApplicationListQueries(opened.transactions).list(
      await opened.requestAs(email),
      Object.assign(new ApplicationQueryDto(), query),
    );
  const namesOf = ({ items }: ApplicationPageDto): string[] =>
    items.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id) ?? id);

  it('sums over all hits, not over the page', async () => {
    const page = await listAs(PERSONAS.caseWorker, { pageSize: 1, sort: 'requestedCents' });

    expect(namesOf(page)).toEqual(['draft']);
    expect(page).toMatchObject({ total: 4, sumRequestedCents: 1_100 });
  });

  it('keeps count and sum on a page behind the last one', async () => {
    await expect(listAs(PERSONAS.caseWorker, { page: 9 })).resolves.toMatchObject({
      items: [],
      total: 4,
      sumRequestedCents: 1_100,
    });
  });

  it.each([
    [{ state: ['SUBMITTED', 'REVIEWED'] }, ['submitted', 'reviewed']],
    [{ late: true }, ['submitted']],
    [{ late: false, state: ['SUBMITTED'] }, []],
    [{ year: [2029], state: ['REVIEWED', 'DRAFT'] }, ['draft']],
    [{ year: [2027, 2031], state: ['REVIEWED'] }, ['reviewed']],
    [{ moduleCode: ['MODEL_PROJECT'] }, []],
    [{ search: 'vielfalt 100%' }, ['submitted']],
    [{ search: '_' }, []],
    [{ search: 'hanau' }, ['reviewed']],
  ] as [Partial<ApplicationQueryDto>, string[]][])('finds by %j', async (query, expected) => {
    expect(namesOf(await listAs(PERSONAS.caseWorker, { ...query, sort: 'requestedCents' }))).toEqual(expected);
  });

  it('finds by number and by municipality', async () => {
    const [first] = (await listAs(PERSONAS.caseWorker, { late: true })).items;
    const { caseNumber = '', applicantId = '' } = first ?? {};

    expect(namesOf(await listAs(PERSONAS.caseWorker, { search: caseNumber.toLowerCase() }))).toEqual(['submitted']);
    expect(namesOf(await listAs(PERSONAS.caseWorker, { applicantId: [applicantId] }))).toEqual(['submitted']);
  });

  it.each([
    ['requestedCents', ['draft', 'requested', 'submitted', 'reviewed']],
    ['-requestedCents', ['reviewed', 'submitted', 'requested', 'draft']],
    ['applicantName', ['requested', 'reviewed', 'submitted', 'draft']],
    ['-state', ['submitted', 'reviewed', 'requested', 'draft']],
  ])('sorts by %s', async (sort, expected) => {
    expect(namesOf(await listAs(PERSONAS.caseWorker, { sort }))).toEqual(expected);
  });

  it.each(['dueDate', '-dueDate'])('puts cases without a day last when sorted by %s', async (sort) => {
    expect(namesOf(await listAs(PERSONAS.caseWorker, { sort }))[0]).toBe('requested');
  });

  it('names the person in charge to the staff only', async () => {
    expect((await listAs(PERSONAS.auditor, { late: true })).items[0]?.assigneeName).toBe('Sabine Berger');
    expect((await listAs(applicantEditor('KS'))).items[0]?.assigneeName).toBeNull();
  });

  it('shows a municipality its own cases and nothing of the others', async () => {
    await expect(listAs(applicantEditor('WI'))).resolves.toMatchObject({ total: 1, sumRequestedCents: 100 });
    await expect(listAs(applicantEditor('WI'), { search: 'hanau' })).resolves.toMatchObject({ total: 0, items: [] });
    await expect(listAs(applicantEditor('F'))).resolves.toMatchObject({ total: 0, sumRequestedCents: 0 });
  });
});
