import type { PaymentTraceDto } from '@wir/shared/contract';
import type { IconName } from '@wir/shared/ui';

/** One line of a step; how it shows depends on its kind. `label` is a text key. */
export type TraceFact =
  | { readonly label: string; readonly kind: 'text' | 'day' | 'iban' | 'code'; readonly value: string | null }
  | {
      readonly label: string;
      readonly kind: 'word';
      readonly value: string;
      readonly fill?: Readonly<Record<string, string | number>>;
    }
  | { readonly label: string; readonly kind: 'euro'; readonly value: number | null }
  | {
      readonly label: string;
      readonly kind: 'act';
      readonly at: string | null;
      readonly by: string | null;
      readonly actedFor?: string | null;
    };

export interface TraceLink {
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
}

export interface TraceStep {
  readonly key: 'application' | 'notice' | 'request' | 'check' | 'order' | 'run' | 'return';
  readonly icon: IconName;
  /** What people call the object; none for an act without a number. */
  readonly number: string | null;
  readonly link: TraceLink | null;
  /** Text key of what is said instead of facts when the payment has not come this far. */
  readonly missing: string | null;
  readonly groups: readonly (readonly TraceFact[])[];
}

/** The chain in the order of the file: Antrag → Bescheid → Mittelabruf → Prüfung → Anordnung → Lauf → Rückmeldung. */
export function traceSteps(trace: PaymentTraceDto): TraceStep[] {
  return [
    applicationStep(trace),
    noticeStep(trace),
    requestStep(trace),
    checkStep(trace),
    orderStep(trace),
    runStep(trace),
    returnStep(trace),
  ];
}

function applicationStep({ application }: PaymentTraceDto): TraceStep {
  const { id, caseNumber, applicantName, requestedCents, submittedAt, submittedBy, decidedAt, decidedBy } = application;
  return {
    key: 'application',
    icon: 'application',
    number: caseNumber,
    link: { path: ['/antraege', id] },
    missing: null,
    groups: [
      [
        { label: 'records.trace.applicant', kind: 'text', value: applicantName },
        { label: 'records.trace.requested', kind: 'euro', value: requestedCents },
        { label: 'records.trace.submitted', kind: 'act', at: submittedAt, by: submittedBy },
        { label: 'records.trace.decided', kind: 'act', at: decidedAt, by: decidedBy },
      ],
    ],
  };
}

function noticeStep({ notice }: PaymentTraceDto): TraceStep {
  return {
    key: 'notice',
    icon: 'notice',
    number: notice.noticeNumber,
    link: { path: ['/bescheide', notice.id] },
    missing: null,
    groups: [
      [
        { label: 'records.trace.granted', kind: 'euro', value: notice.totalCents },
        { label: 'records.trace.tranche', kind: 'euro', value: notice.trancheCents },
        {
          label: 'records.trace.signed',
          kind: 'act',
          at: notice.signedAt,
          by: notice.signedBy,
          actedFor: notice.signedFor,
        },
        { label: 'records.trace.notified', kind: 'day', value: notice.deemedNotifiedOn },
        { label: 'records.trace.final', kind: 'day', value: notice.finalOn },
        { label: 'records.trace.documentHash', kind: 'code', value: notice.documentSha256 },
      ],
    ],
  };
}

function requestStep({ request }: PaymentTraceDto): TraceStep {
  const instalment: TraceFact[] =
    request.instalment === null
      ? []
      : [{ label: 'records.trace.instalment', kind: 'text', value: String(request.instalment) }];
  return {
    key: 'request',
    icon: 'payout',
    number: request.requestNumber,
    link: { path: ['/auszahlungen', request.id] },
    missing: null,
    groups: [
      [
        { label: 'records.trace.amount', kind: 'euro', value: request.amountCents },
        ...instalment,
        { label: 'records.trace.submitted', kind: 'act', at: request.submittedAt, by: request.submittedBy },
        { label: 'records.trace.neededUntil', kind: 'day', value: request.neededUntil },
      ],
    ],
  };
}

function checkStep({ check, request }: PaymentTraceDto): TraceStep {
  const result = check.factual && check.arithmetical ? 'records.trace.correct' : 'records.trace.notCorrect';
  return {
    key: 'check',
    icon: 'check',
    number: null,
    link: { path: ['/auszahlungen', request.id, 'verlauf'] },
    missing: check.checkedAt === null ? 'records.trace.noCheck' : null,
    groups: [
      [
        { label: 'records.trace.result', kind: 'word', value: result },
        {
          label: 'records.trace.checked',
          kind: 'act',
          at: check.checkedAt,
          by: check.checkedBy,
          actedFor: check.checkedFor,
        },
        { label: 'records.trace.note', kind: 'text', value: check.note },
      ],
    ],
  };
}

function orderStep({ order, request, bankAccount: account }: PaymentTraceDto): TraceStep {
  const limit: TraceFact =
    order.limitCents === null
      ? { label: 'records.trace.limit', kind: 'word', value: 'records.trace.noLimit' }
      : { label: 'records.trace.limit', kind: 'euro', value: order.limitCents };
  return {
    key: 'order',
    icon: 'sign',
    number: order.orderNumber,
    link: { path: ['/auszahlungen', request.id, 'abruf'] },
    missing: null,
    groups: [
      [
        { label: 'records.trace.amount', kind: 'euro', value: order.amountCents },
        {
          label: 'records.trace.ordered',
          kind: 'act',
          at: order.orderedAt,
          by: order.orderedBy,
          actedFor: order.orderedFor,
        },
        limit,
        { label: 'records.trace.due', kind: 'day', value: order.dueOn },
        { label: 'records.trace.remittance', kind: 'text', value: order.remittanceText },
      ],
      [
        { label: 'records.trace.iban', kind: 'iban', value: order.iban },
        { label: 'records.trace.holder', kind: 'text', value: account.accountHolder },
        { label: 'records.trace.accountVersion', kind: 'text', value: String(account.version) },
        { label: 'records.trace.proposed', kind: 'act', at: account.proposedAt, by: account.proposedBy },
        {
          label: 'records.trace.confirmed',
          kind: 'act',
          at: account.confirmedAt,
          by: account.confirmedBy,
          actedFor: account.confirmedFor,
        },
      ],
    ],
  };
}

function runStep({ runs }: PaymentTraceDto): TraceStep {
  const last = runs.at(-1);
  return {
    key: 'run',
    icon: 'run',
    number: last?.runNumber ?? null,
    link: last === undefined ? null : { path: ['/zahlungslauf', last.id] },
    missing: last === undefined ? 'records.trace.noRun' : null,
    groups: runs.toReversed().map((run) => [
      ...(run === last ? [] : [{ label: 'records.trace.earlierRun', kind: 'text', value: run.runNumber } as const]),
      {
        label: 'records.trace.position',
        kind: 'word',
        value: 'records.trace.positionOf',
        fill: { position: run.position, count: run.orderCount },
      },
      { label: 'records.trace.runSum', kind: 'euro', value: run.sumCents },
      { label: 'records.trace.frozen', kind: 'act', at: run.frozenAt, by: run.frozenBy },
      { label: 'records.trace.released', kind: 'act', at: run.releasedAt, by: run.releasedBy },
      { label: 'records.trace.checksum', kind: 'code', value: run.checksum },
      ...run.files.map(({ format, sha256 }) => ({
        label: `records.trace.file.${format === 'pain.001' ? 'pain' : format}`,
        kind: 'code' as const,
        value: sha256,
      })),
    ]),
  };
}

function returnStep({ returns, repayments, order }: PaymentTraceDto): TraceStep {
  const isAnswered = returns.length > 0;
  const failure: TraceFact[] =
    order.failureReason === null ? [] : [{ label: 'records.trace.failure', kind: 'text', value: order.failureReason }];
  return {
    key: 'return',
    icon: 'upload',
    number: order.documentNumber,
    link: isAnswered ? { path: ['/zahlungslauf/ruecklauf'] } : null,
    missing: isAnswered ? null : 'records.trace.noReturn',
    groups: [
      ...returns.map((row): TraceFact[] => [
        { label: 'records.trace.outcome', kind: 'word', value: `records.outcome.${row.outcome}` },
        { label: 'records.trace.amount', kind: 'euro', value: row.amountCents },
        { label: 'records.trace.valueDate', kind: 'day', value: row.valueDate },
        { label: 'records.trace.document', kind: 'text', value: row.documentNumber },
        ...(row.outcome === 'FAILED' ? failure : []),
        {
          label: 'records.trace.answerFile',
          kind: 'word',
          value: 'records.trace.lineOf',
          fill: { file: row.fileName, line: row.line },
        },
        { label: 'records.trace.imported', kind: 'act', at: row.importedAt, by: row.importedBy },
      ]),
      ...repayments.map((row): TraceFact[] => [
        { label: 'records.trace.repayment', kind: 'euro', value: row.amountCents },
        { label: 'records.trace.valueDate', kind: 'day', value: row.valueDate },
        { label: 'records.trace.document', kind: 'text', value: row.documentNumber },
      ]),
    ],
  };
}
