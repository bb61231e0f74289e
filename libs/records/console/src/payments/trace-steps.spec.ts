import type { PaymentTraceDto } from '@wir/shared/contract';
import { traceSteps, type TraceStep } from './trace-steps';

const RUN: PaymentTraceDto['runs'][number] = {
  id: 'run-1',
  runNumber: 'WIR-2026-L-00001',
  state: 'EXPORTED',
  position: 2,
  orderCount: 3,
  sumCents: 900,
  checksum: 'c',
  frozenAt: '2026-03-03T08:00:00.000Z',
  frozenBy: 'Olga Orth',
  releasedAt: '2026-03-03T09:00:00.000Z',
  releasedBy: 'Otto Ott',
  exportedAt: '2026-03-03T09:00:01.000Z',
  files: [{ format: 'pain.001', sha256: 'f' }],
};

/** Only what the steps read; the rest of a trace is shown elsewhere. */
function aTrace(changes: Partial<PaymentTraceDto> = {}): PaymentTraceDto {
  const trace: unknown = {
    application: { id: 'case-1', caseNumber: 'WIR-2026-0001', applicantName: 'Wiesbaden' },
    notice: { id: 'notice-1', noticeNumber: 'WIR-2026-B-00001' },
    request: { id: 'request-1', requestNumber: 'WIR-2026-M-00001', instalment: null },
    check: { checkedAt: '2026-03-02T08:00:00.000Z', factual: true, arithmetical: true },
    bankAccount: { version: 2 },
    order: { orderNumber: 'WIR-2026-A-00001', limitCents: null, documentNumber: null, failureReason: null },
    runs: [],
    returns: [],
    repayments: [],
    discrepancies: [],
    ...changes,
  };
  return trace as PaymentTraceDto;
}

const step = (trace: PaymentTraceDto, key: TraceStep['key']): TraceStep | undefined =>
  traceSteps(trace).find((each) => each.key === key);

describe('the chain of a payment', () => {
  it('runs from the application to the answer, each done step with a link', () => {
    const steps = traceSteps(aTrace({ runs: [RUN] }));

    expect(steps.map(({ key }) => key)).toEqual([
      'application',
      'notice',
      'request',
      'check',
      'order',
      'run',
      'return',
    ]);
    for (const each of steps) expect(each.link === null).toBe(each.missing !== null);
  });

  it('says what has not happened yet', () => {
    expect(step(aTrace(), 'run')?.missing).toBe('records.trace.noRun');
    expect(step(aTrace(), 'return')?.missing).toBe('records.trace.noReturn');
    expect(step(aTrace({ runs: [RUN] }), 'run')?.missing).toBeNull();
  });

  it('shows the run that counts first and names the one taken back', () => {
    const earlier = { ...RUN, id: 'run-0', runNumber: 'WIR-2026-L-00000', state: 'TAKEN_BACK' };
    const run = step(aTrace({ runs: [earlier, RUN] }), 'run');

    expect(run?.number).toBe(RUN.runNumber);
    expect(run?.groups).toHaveLength(2);
    expect(run?.groups[1]?.[0]).toMatchObject({ label: 'records.trace.earlierRun', value: 'WIR-2026-L-00000' });
  });

  it('says aloud that a person orders without a limit', () => {
    expect(step(aTrace(), 'order')?.groups[0]).toContainEqual({
      label: 'records.trace.limit',
      kind: 'word',
      value: 'records.trace.noLimit',
    });
  });
});
