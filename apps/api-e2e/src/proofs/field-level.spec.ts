import { applicantEditor, driveToState, PERSONAS, type Journey } from '@wir/shared/testing';
import { useApi } from '../use-api';
import { contractOfBuild, signedIn } from './contract';
import { reportFigure } from './figure';
import { addressesOf, crawl, Pool, reader, type Operation, type SignedIn } from './fuzzing';
import { truth } from './intruder';
import { eachOf, requiredQuery, send } from './send';

const NOTE = 'CANARY-NOTE-7f3a';
const REASONS = 'CANARY-RECOMMENDATION-91bc';
const REMARK = 'CANARY-REMARK-c0de';

/** B10, fields: what each side must not see of a case, looked for in every answer there is to read. */
describe('what an answer must not contain', () => {
  const api = useApi();
  let document: object = {};
  let operations: readonly Operation[] = [];
  let reviewed: Journey;
  let notified: Journey;

  beforeAll(async () => {
    ({ document, operations } = contractOfBuild());
    reviewed = await driveToState(api.client, 'BUDGET_CONFIRMED', { applicant: 'WI' });
    notified = await driveToState(api.client, 'PAID', { applicant: 'HU' });
    await driveToState(api.client, 'IN_COSIGN', { applicant: 'KS' });
    await api.database.owner.query('UPDATE applications.check_answer SET note = $1, version = version + 1', [NOTE]);
    await api.database.owner.query('UPDATE applications.recommendation SET reasons = $1', [REASONS]);
    await api.database.owner.query('UPDATE decisions.notice SET cosign_remark = $1, version = version + 1', [REMARK]);
    await api.database.owner.query(
      'UPDATE disbursements.disbursement_request SET check_note = $1, version = version + 1',
      [NOTE],
    );
  }, 60_000);

  const person = async (email: string): Promise<SignedIn> => {
    const [found] = await signedIn(api.database, [email]);
    if (!found) throw new Error(`No account ${email}`);
    return found;
  };

  /** Every answer this person can read, with the address. */
  async function everythingFor(email: string, ids?: Pool): Promise<{ path: string; text: string }[]> {
    const { token, roles } = await person(email);
    const pool = ids ?? (await crawl(operations, reader(api.client.url, token), new Pool()));
    const answers: { path: string; text: string }[] = [];
    const readable = operations.filter(
      ({ method, path, roles: allowed }) =>
        method === 'GET' && path.startsWith('/api/') && (allowed ?? []).some((role: string) => roles.includes(role)),
    );
    await eachOf(readable, 4, async (operation) => {
      for (const path of addressesOf(operation, pool)) {
        const { status, text } = await send(
          api.client.url,
          operation,
          path + requiredQuery(document, operation),
          token,
          null,
        );
        if (status === 200) answers.push({ path, text });
      }
    });
    return answers;
  }

  const staffNames = async (): Promise<string[]> =>
    (
      await truth<{ name: string }>(
        api.database,
        `SELECT DISTINCT p.name FROM identity.person p JOIN identity.account a ON a.person_id = p.id JOIN identity.role_grant g ON g.account_id = a.id
         WHERE a.applicant_id IS NULL AND g.role IN ('CASE_WORKER', 'BUDGET_OFFICER', 'PAYMENT_ORDERER', 'HEAD_OF_UNIT')`,
      )
    ).map(({ name }) => name);

  it('shows a municipality neither notes nor checks nor the recommendation, nor who reviewed', async () => {
    const answers = [...(await everythingFor(reviewed.editor)), ...(await everythingFor(reviewed.signatory))];
    const names = await staffNames();
    const forbidden = [NOTE, REASONS, REMARK, ...names];
    const found = answers.flatMap(({ path, text }) =>
      forbidden.filter((each) => text.includes(each)).map((each) => `${path}: ${each}`),
    );

    reportFigure({ id: 'B10-fields', value: found.length, limit: 0, n: answers.length * forbidden.length });
    expect(answers.length).toBeGreaterThan(8);
    expect([...new Set(found)]).toEqual([]);
  });

  it('shows it no note of the check and no remark on the draft even when the notice is out', async () => {
    const answers = await everythingFor(notified.editor);
    const found = answers.flatMap(({ path, text }) =>
      [NOTE, REASONS, REMARK].filter((each) => text.includes(each)).map((each) => `${path}: ${each}`),
    );

    expect(found).toEqual([]);
  });

  it('shows the press what was notified, and nobody’s name', async () => {
    const staffPool = await crawl(
      operations,
      reader(api.client.url, (await person(PERSONAS.auditor)).token),
      new Pool(),
    );
    const answers = await everythingFor(PERSONAS.press, staffPool);
    const cases = await truth<{ caseNumber: string; id: string; awardId: string | null; isPublic: boolean }>(
      api.database,
      `SELECT a.case_number AS "caseNumber", a.id, a.award_id AS "awardId", EXISTS (SELECT 1 FROM decisions.notice n WHERE n.application_id = a.id AND n.kind = 'GRANT' AND n.state IN ('NOTIFIED', 'APPEALED', 'FINAL')) AS "isPublic"
       FROM applications.application a`,
    );
    const people = (await truth<{ name: string }>(api.database, 'SELECT name FROM identity.person')).map(
      ({ name }) => name,
    );
    const hidden = cases
      .filter(({ isPublic }) => !isPublic)
      .flatMap(({ caseNumber, id, awardId }) => [caseNumber, id, ...(awardId ? [awardId] : [])]);
    const own = new Set(['Lea Winter']);
    const found = answers.flatMap(({ path, text }) => [
      ...hidden.filter((each) => text.includes(each)).map((each) => `${path}: ${each}`),
      ...people.filter((name) => !own.has(name) && text.includes(name)).map((name) => `${path}: ${name}`),
    ]);

    reportFigure({ id: 'B10-press', value: found.length, limit: 0, n: answers.length });
    expect(cases.some(({ isPublic }) => isPublic)).toBe(true);
    expect(hidden.length).toBeGreaterThan(0);
    expect([...new Set(found)]).toEqual([]);
  });

  it('shows an administrator no case', async () => {
    const auditorsPool = await crawl(
      operations,
      reader(api.client.url, (await person(PERSONAS.auditor)).token),
      new Pool(),
    );
    const answers = await everythingFor(PERSONAS.admin, auditorsPool);
    const marks = await truth<{ mark: string }>(
      api.database,
      'SELECT case_number AS mark FROM applications.application UNION ALL SELECT id::text FROM applications.application UNION ALL SELECT iban FROM disbursements.bank_account',
    );
    const found = answers.flatMap(({ path, text }) =>
      marks.filter(({ mark }) => text.includes(mark)).map(({ mark }) => `${path}: ${mark}`),
    );

    reportFigure({ id: 'B10-admin', value: found.length, limit: 0, n: answers.length });
    expect(answers.length).toBeGreaterThan(2);
    expect([...new Set(found)]).toEqual([]);
  });

  it('knows the other municipality as little by its editor as by its signatory', async () => {
    const answers = await everythingFor(applicantEditor('KS'));

    expect(
      answers.filter(({ text }) => text.includes(reviewed.applicationId) || text.includes(notified.caseNumber)),
    ).toEqual([]);
  });
});
