import { createHash } from 'node:crypto';
import { driveToState, PERSONAS, type Journey } from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { itRefusesStrangers } from '../guarded-route';
import { useApi } from '../use-api';
import { moreInstalments } from './more-instalments';

interface Run {
  readonly id: string;
  readonly runNumber: string;
  readonly orderCount: number;
  readonly sumCents: number;
  readonly checksum: string;
  readonly openCount: number;
  readonly files: readonly { readonly format: string; readonly sha256: string; readonly sizeBytes: number }[];
  readonly orders: readonly { readonly id: string; readonly orderNumber: string; readonly state: string }[];
}

describe('POST /payment-runs', () => {
  const api = useApi();
  let journey: Journey;
  let orders: Journey[];
  beforeAll(async () => {
    journey = await driveToState(api.client, 'BANK_CONFIRMED', { applicant: 'RUE' });
    orders = await moreInstalments(journey, [1_000_001, 2_000_002, 3_000_003], 'ORDERED');
  });
  const create = (body: object, as: string = PERSONAS.paymentOrderer): ReturnType<typeof api.client.post<Run>> =>
    api.client.post<Run>('/payment-runs', body, { as });
  const orderIds = (count: number): string[] => orders.slice(0, count).map(({ orderId }) => orderId);

  it('asks for a session, the right, the key and one kind of selection', async () => {
    expectProblem(await api.client.post('/payment-runs', { orderIds: orderIds(1) }), 401, 'auth.not-signed-in');
    expectProblem(await create({ orderIds: orderIds(1) }, PERSONAS.budgetOfficer), 403, 'auth.forbidden');
    expectProblem(
      await api.client.post('/payment-runs', {}, { as: PERSONAS.paymentOrderer, idempotencyKey: null }),
      428,
      'idempotency.key-missing',
    );
    for (const body of [{}, { orderIds: orderIds(1), dueUntil: '2026-12-31' }]) {
      expectProblem(await create(body), 400, 'payment-run.selection-invalid');
    }
    for (const body of [{ orderIds: [] }, { orderIds: ['x'] }, { dueUntil: 'morgen' }])
      expectProblem(await create(body), 400, 'input.invalid');
  });

  it('refuses orders nobody knows, and days until which nothing is due', async () => {
    expectProblem(
      await create({ orderIds: [...orderIds(1), '00000000-0000-4000-8000-000000000000'] }),
      404,
      'payment-order.not-found',
    );
    expectProblem(await create({ dueUntil: '2026-03-01' }), 409, 'payment-run.empty');
  });

  it('freezes the named orders with count, sum and checksum, and exports each once', async () => {
    const answer = await create({ orderIds: [...orderIds(2).reverse(), ...orderIds(1)] });

    expect(answer).toMatchObject({
      status: 201,
      body: { runNumber: 'WIR-2026-L-00001', state: 'EXPORTED', orderCount: 2, sumCents: 3_000_003, openCount: 2 },
    });
    expect(answer.body.orders.map(({ orderNumber, state }) => [orderNumber, state])).toEqual([
      ['WIR-2026-A-00001', 'EXPORTED'],
      ['WIR-2026-A-00002', 'EXPORTED'],
    ]);
    expect(answer.body.checksum).toMatch(/^[0-9a-f]{64}$/);
    expect(
      (await api.client.get(`/disbursement-requests/${orders[0]?.requestId}`, { as: journey.editor })).body,
    ).toMatchObject({ state: 'EXPORTED' });
    expectProblem(await create({ orderIds: orderIds(3) }), 409, 'payment-run.order-not-open', {
      orderNumbers: ['WIR-2026-A-00001', 'WIR-2026-A-00002'],
    });
  });

  it('takes by day what no run has yet', async () => {
    expect(await create({ dueUntil: '2026-12-31' })).toMatchObject({
      status: 201,
      body: { orderCount: 1, sumCents: 3_000_003 },
    });
    expectProblem(await create({ dueUntil: '2026-12-31' }), 409, 'payment-run.empty');
    const list = await api.client.get<{ items: Run[]; total: number }>('/payment-runs?sort=runNumber', {
      as: PERSONAS.budgetOfficer,
    });
    expect(list.body.items.map(({ runNumber }) => runNumber)).toEqual(['WIR-2026-L-00001', 'WIR-2026-L-00002']);
    expectProblem(await api.client.get('/payment-runs', { as: journey.editor }), 403, 'auth.forbidden');
  });

  describe('GET /payment-runs/{id} and /file', () => {
    let run: Run;
    beforeAll(async () => {
      run = (await api.client.get<{ items: Run[] }>('/payment-runs?sort=runNumber', { as: PERSONAS.auditor })).body
        .items[0] as Run;
    });
    const shared = {
      method: 'get',
      as: PERSONAS.auditor,
      notFor: PERSONAS.press,
      notFound: 'payment-run.not-found',
    } as const;
    describe('the run', () =>
      itRefusesStrangers(api, { ...shared, path: (id) => `/payment-runs/${id}` }, () => run.id));
    describe('its file', () =>
      itRefusesStrangers(api, { ...shared, path: (id) => `/payment-runs/${id}/file?format=csv` }, () => run.id));

    it('hands out the very bytes whose hash the run names', async () => {
      for (const { format, sha256, sizeBytes } of run.files) {
        const file = await api.client.get<string>(`/payment-runs/${run.id}/file?format=${format}`, {
          as: PERSONAS.paymentOrderer,
        });
        expect(file.status).toBe(200);
        expect(createHash('sha256').update(file.bytes).digest('hex')).toBe(sha256);
        expect(file.bytes.length).toBe(sizeBytes);
        expect(file.headers.get('content-disposition')).toContain('attachment; filename="WIR-2026-L-00001');
      }
      expect(run.files.map(({ format }) => format)).toEqual(['pain.001', 'csv', 'pdf']);
      expectProblem(
        await api.client.get(`/payment-runs/${run.id}/file?format=xlsx`, { as: PERSONAS.paymentOrderer }),
        400,
        'input.invalid',
      );
    });

    it('writes a SEPA file with the amounts of the orders in euro', async () => {
      const { bytes } = await api.client.get(`/payment-runs/${run.id}/file?format=pain.001`, {
        as: PERSONAS.paymentOrderer,
      });
      const xml = bytes.toString('utf8');

      expect(xml).toContain('urn:iso:std:iso:20022:tech:xsd:pain.001.001.09');
      expect([...xml.matchAll(/<InstdAmt Ccy="EUR">([\d.]+)<\/InstdAmt>/g)].map(([, amount]) => amount)).toEqual([
        '10000.01',
        '20000.02',
      ]);
      expect(xml).toContain('<CtrlSum>30000.03</CtrlSum>');
      expect([...xml.matchAll(/<EndToEndId>([^<]+)</g)].map(([, id]) => id)).toEqual([
        'WIR-2026-A-00001',
        'WIR-2026-A-00002',
      ]);
      expect(xml).toContain('<ReqdExctnDt><Dt>2026-04-30</Dt></ReqdExctnDt>');
    });

    it('writes a CSV file that a spreadsheet reads as data only', async () => {
      const { bytes } = await api.client.get(`/payment-runs/${run.id}/file?format=csv`, {
        as: PERSONAS.paymentOrderer,
      });
      const [header, ...rows] = bytes.toString('utf8').split('\r\n');

      expect(header).toBe(
        '\ufefforder_number;due_on;amount_cents;currency;iban;account_holder;remittance_text;case_number;budget_year',
      );
      expect(rows[0]).toMatch(
        /^WIR-2026-A-00001;2026-04-30;1000001;EUR;DE89370400440532013000;Kommune RUE;WIR .* Rate 1 .*;2026$/,
      );
    });
  });
});
