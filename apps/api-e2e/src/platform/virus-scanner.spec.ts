import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import {
  driveToState,
  HttpClient,
  startApi,
  useTestDatabase,
  type Answer,
  type Journey,
  type RunningApi,
} from '@wir/shared/testing';
import { pdfFile, stream } from './files/pdf-file';
import { docx, xlsx } from './files/zip-file';

/** In two halves, so that no scanner of a developer's machine takes this file away. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

describe('with a virus scanner', () => {
  const database = useTestDatabase({ seed: 'base' });
  let server: Server;
  let scan: (received: Buffer, socket: Socket) => void;
  let api: RunningApi;
  let client: HttpClient;
  let journey: Journey;

  beforeAll(async () => {
    server = createServer((socket) => {
      let received = Buffer.alloc(0);
      socket
        .on('error', () => undefined)
        .on('data', (data: Buffer) => {
          received = Buffer.concat([received, data]);
          if (received.toString('latin1') === 'zPING\0') socket.end('PONG\0');
          else if (received.subarray(-4).equals(Buffer.alloc(4))) scan(received, socket);
        });
    });
    scan = find;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    api = await startApi(database, { settings: { WIR_CLAMD: address } });
    client = new HttpClient(api.url);
    journey = await driveToState(client, 'DRAFT');
  }, 60_000);
  afterEach(() => (scan = find));
  afterAll(async () => {
    await api?.stop();
    server?.close();
  });

  function find(received: Buffer, socket: Socket): void {
    socket.end(received.includes(EICAR) ? 'stream: Win.Test.EICAR_HDB-1 FOUND\0' : 'stream: OK\0');
  }

  const upload = (content: Buffer, name = 'plan.pdf'): Promise<Answer<{ code?: string }>> =>
    client.upload(
      `/applications/${journey.applicationId}/attachments`,
      { name, type: 'application/octet-stream', content },
      { kind: 'OTHER' },
      { as: journey.editor },
    );
  const held = async (): Promise<number> =>
    (await client.get<{ attachments: unknown[] }>(`/applications/${journey.applicationId}`, { as: journey.editor }))
      .body.attachments.length;

  it('takes what it finds clean', async () => {
    expect((await upload(pdfFile())).status).toBe(201);
  });

  it.each([
    ['in a PDF', 'plan.pdf', () => pdfFile({ objects: [stream(Buffer.from(EICAR), '')] })],
    ['behind a PDF', 'plan.pdf', () => Buffer.concat([pdfFile(), Buffer.from(`%${EICAR}`)])],
  ])('refuses what it finds %s, and keeps nothing', async (_where, name, content) => {
    const before = await held();

    expect(await upload(content(), name)).toMatchObject({ status: 422, body: { code: 'document.malware' } });
    expect(await held()).toBe(before);
  });

  it('hands over the whole file, also an archive', async () => {
    const sizes: number[] = [];
    scan = (received, socket) => {
      sizes.push(received.length);
      socket.end('stream: OK\0');
    };
    const file = docx({ name: 'word/embeddings/Tabelle.xlsx', content: xlsx() });

    expect((await upload(file, 'plan.docx')).status).toBe(201);
    expect(sizes[0]).toBeGreaterThanOrEqual(file.length);
  });

  it.each([
    ['dies in the middle', (_received: Buffer, socket: Socket) => socket.destroy()],
    ['says that it cannot', (_received: Buffer, socket: Socket) => socket.end('INSTREAM size limit exceeded. ERROR\0')],
    ['says nothing in time', () => undefined],
  ])(
    'takes nothing while it %s',
    async (_how, behave) => {
      const before = await held();
      scan = behave;

      expect(await upload(pdfFile())).toMatchObject({ status: 503, body: { code: 'document.scanner-unavailable' } });
      expect(await held()).toBe(before);
    },
    20_000,
  );

  it('is named by the readiness, and the portal goes on without it', async () => {
    interface Ready {
      readonly parts: { readonly scanner?: { readonly reachable: boolean } };
    }
    expect((await client.get<Ready>('/health/ready')).body.parts.scanner).toMatchObject({ reachable: true });
    await new Promise((resolve) => server.close(resolve));

    expect(await upload(pdfFile())).toMatchObject({ status: 503, body: { code: 'document.scanner-unavailable' } });
    expect(await client.get<Ready>('/health/ready')).toMatchObject({
      status: 200,
      body: { parts: { scanner: { reachable: false } } },
    });
  });
});
