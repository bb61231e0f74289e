import {
  driveToState,
  startApi,
  useTestDatabase,
  HttpClient,
  PERSONAS,
  type Journey,
  type RunningApi,
} from '@wir/shared/testing';
import { rawHttp, requestText } from './raw-http';
import { pdfFile } from './files/pdf-file';

/** Words that stand nowhere else; each is put where a person, a bank or a program would put such a thing. */
const CANARIES = {
  name: 'Kanarienvogel-Name',
  text: 'Kanarienvogel-Freitext',
  password: 'Kanarienvogel-Passwort-2026!',
  email: 'kanarienvogel@person.example',
  iban: 'DE02120300000000202051',
  token: 'kanarienvogel.token.geheim',
  file: 'kanarienvogel-datei.pdf',
  path: 'kanarienvogel-pfad',
  query: 'kanarienvogel-suche',
  header: 'kanarienvogel-kopf',
} as const;
const FORGED = `\r\n{"level":"info","msg":"forged-by-canary"}\r\n`;

describe('what the log holds', () => {
  const database = useTestDatabase({ seed: 'base' });
  let api: RunningApi;
  let client: HttpClient;
  let journey: Journey;
  let lines: string[];

  beforeAll(async () => {
    api = await startApi(database, { settings: { WIR_LOG_LEVEL: 'trace' } });
    client = new HttpClient(api.url);
    journey = await driveToState(client, 'DRAFT');
    await singEverywhere();
    // The line of a request is written when its connection is done with it.
    for (let look = 0; look < 100 && !api.output().includes('"requestId"'); look += 1) await client.get('/health/live');
    lines = api.output().split('\n').filter(Boolean);
  }, 60_000);
  afterAll(() => api?.stop());

  async function singEverywhere(): Promise<void> {
    const { applicationId, editor } = journey;
    const as = { as: editor };
    const path = `/applications/${applicationId}`;
    const { version } = (await client.get<{ version: number }>(path, as)).body;
    const { name, text, password, email, iban, token } = CANARIES;
    const bodies = [
      { title: text, purpose: text + FORGED, contactName: name, contactEmail: email },
      { title: `${text}${FORGED}` },
      { [name]: text },
      { title: { [text]: iban } },
      { title: 17, contactEmail: name },
    ];
    for (const body of bodies) await client.patch(path, body, { ...as, ifMatch: version });
    await client.post('/auth/login', { email, password });
    await client.post('/auth/token', { email: PERSONAS.caseWorker, password });
    await client.post('/auth/login', { email: `${email}${FORGED}`, password: { [password]: token } });
    await client.post('/auth/password', { token, password });
    await client.post('/auth/link', { token });
    await client.post('/applications', `{"callCode":"${text}`, {
      ...as,
      headers: { 'content-type': 'application/json' },
    });
    await client.get('/applications', { token });
    await client.get(`/applications?search=${CANARIES.query}&sort=${name}`, as);
    await client.get(`/applications?search=${encodeURIComponent(iban + FORGED)}`, as);
    await client.get(`/${CANARIES.path}/${encodeURIComponent(name)}`, as);
    await client.get(`/applications/${CANARIES.path}`, as);
    await client.upload(
      `${path}/attachments`,
      { name: CANARIES.file, type: 'application/pdf', content: pdfFile() },
      { kind: 'OTHER' },
      as,
    );
    await client.upload(
      `${path}/attachments`,
      { name: `${CANARIES.file}.exe`, type: name, content: text },
      { kind: name },
      as,
    );
    await client.put(`/awards/${applicationId}/declaration`, { iban, accountHolder: name }, { ...as, ifMatch: 1 });
    await client.post(
      '/csp-reports',
      JSON.stringify({ 'csp-report': { 'document-uri': text, 'blocked-uri': `http://${name}/` } }),
      {
        headers: { 'content-type': 'application/csp-report' },
      },
    );
    const head = {
      'User-Agent': CANARIES.header,
      'X-Request-Id': CANARIES.header,
      Referer: CANARIES.header,
      Cookie: `__Host-at=${token}`,
    };
    await rawHttp(api.port, requestText(`GET /api/v1/${CANARIES.path}?q=${CANARIES.query}`, head));
    await rawHttp(
      api.port,
      requestText('GET /api/v1/me', { ...head, Authorization: `Bearer ${token}`, Origin: CANARIES.header }),
    );
    await rawHttp(api.port, `${CANARIES.path} ${CANARIES.header}\r\n\r\n`);
  }

  it('is no word of any person, file, search or secret', () => {
    const found = Object.entries(CANARIES).filter(([, canary]) =>
      lines.some((line) => line.toLowerCase().includes(canary.toLowerCase())),
    );

    expect(found.map(([what]) => what)).toEqual([]);
  });

  it('is one line of JSON per event, which nobody can forge', () => {
    const broken = lines.filter((line) => {
      try {
        return typeof JSON.parse(line) !== 'object';
      } catch {
        return true;
      }
    });

    expect(broken).toEqual([]);
    expect(lines.filter((line) => line.includes('forged-by-canary'))).toEqual([]);
  });

  it('says when, what, how it ended, and by which account', () => {
    const requests = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ msg }) => msg === 'request');

    expect(requests.length).toBeGreaterThan(20);
    for (const request of requests)
      expect(request).toMatchObject({
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        method: expect.stringMatching(/^[A-Z]+$/),
        path: expect.stringMatching(/^[a-z0-9/*-]+$/),
        status: expect.any(Number),
      });
    expect(requests.some(({ account }) => /^[0-9a-f-]{36}$/.test(String(account)))).toBe(true);
    expect(requests.filter(({ path }) => String(path).includes('?'))).toEqual([]);
  });
});
