import { termOfMonths, type ReasoningLine } from './appeal-term';
import { parameterAt, type DatedParameter } from './dated-parameter';
import { DEADLINE_PARAMETERS, type DeadlineParameterName } from './deadline-parameters';
import { DomainError } from './domain-error';
import { addDays, formatGermanDate, formatGermanDateLong, type LocalDate } from './local-date';

/** How a notice reaches the grantee. HANDOVER is the handing over in person, as the ministry does in public. */
export const NOTICE_CHANNELS = ['PORTAL', 'POST', 'HANDOVER'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

export interface DeadlineInput {
  readonly channel: NoticeChannel;
  /** Day of posting, of provision in the portal, or of handover. */
  readonly date: LocalDate;
  readonly retrievedOn?: LocalDate | null;
  /** Remedy notice missing or wrong: one year instead of one month (§ 58 Abs. 2 VwGO). */
  readonly noticeFaulty?: boolean;
  readonly waivedOn?: LocalDate | null;
  /** Named in the reasoning only. */
  readonly court?: string | null;
  readonly parameters?: readonly DatedParameter<DeadlineParameterName>[];
}

export interface Deadlines {
  readonly deemedNotifiedOn: LocalDate | null;
  readonly appealEndsOn: LocalDate | null;
  readonly finalOn: LocalDate | null;
  /** Portal only: last day on which retrieval still notifies. */
  readonly retrievableUntil: LocalDate | null;
  /** False for a waiver dated before notification: it has no effect. */
  readonly waiverEffective: boolean;
  readonly reasoning: readonly ReasoningLine[];
}

interface Notification {
  readonly deemedNotifiedOn: LocalDate | null;
  readonly retrievableUntil: LocalDate | null;
  readonly reasoning: readonly ReasoningLine[];
}

type ParameterLookup = (name: DeadlineParameterName) => DatedParameter<DeadlineParameterName>;

/** When a notice counts as notified, until when it can be challenged, and from which day it is final. */
export function computeDeadlines(input: DeadlineInput): Deadlines {
  const parameter: ParameterLookup = (name) => parameterAt(input.parameters ?? DEADLINE_PARAMETERS, name, input.date);
  const notification = NOTIFY[input.channel](input, parameter);
  const deemed = notification.deemedNotifiedOn;
  if (deemed === null) return { ...notification, appealEndsOn: null, finalOn: null, waiverEffective: false };

  const months = parameter(input.noticeFaulty === true ? 'appeal_months_if_faulty' : 'appeal_months');
  const term = termOfMonths(deemed, months.value, termTitle(months.value, input), months.source);
  const reasoning = [...notification.reasoning, ...term.reasoning];
  const waivedOn = input.waivedOn ?? null;
  const finalWithoutWaiver = addDays(term.endsOn, 1);
  if (waivedOn !== null && waivedOn >= deemed && waivedOn < finalWithoutWaiver) {
    reasoning.push(
      line(
        waivedOn,
        `Auf Rechtsbehelfe wurde am ${formatGermanDate(waivedOn)} verzichtet. Der Bescheid ist an diesem Tag bestandskräftig.`,
        'Rechtsbehelfsverzicht',
      ),
    );
    return { ...notification, appealEndsOn: term.endsOn, finalOn: waivedOn, waiverEffective: true, reasoning };
  }
  if (waivedOn !== null && waivedOn < deemed) reasoning.push(voidWaiver(waivedOn, deemed));
  reasoning.push(
    line(
      finalWithoutWaiver,
      `Ohne Klage ist der Bescheid ab ${formatGermanDateLong(finalWithoutWaiver)} bestandskräftig.`,
      months.source,
    ),
  );
  return { ...notification, appealEndsOn: term.endsOn, finalOn: finalWithoutWaiver, waiverEffective: false, reasoning };
}

const NOTIFY: Readonly<Record<NoticeChannel, (input: DeadlineInput, parameter: ParameterLookup) => Notification>> = {
  POST: ({ date }, parameter) => {
    const { value, source } = parameter('deemed_days_post');
    const deemed = addDays(date, value);
    return {
      deemedNotifiedOn: deemed,
      retrievableUntil: null,
      reasoning: [
        line(date, `Der Bescheid wurde am ${formatGermanDate(date)} zur Post gegeben.`, source),
        line(
          deemed,
          `Er gilt am ${value}. Tag danach als bekannt gegeben: ${formatGermanDateLong(deemed)}. Dieser Tag verschiebt sich an Wochenenden und Feiertagen nicht.`,
          source,
        ),
      ],
    };
  },
  HANDOVER: ({ date }) => ({
    deemedNotifiedOn: date,
    retrievableUntil: null,
    reasoning: [
      line(
        date,
        `Der Bescheid wurde am ${formatGermanDate(date)} persönlich übergeben und ist an diesem Tag bekannt gegeben.`,
        '§ 41 Abs. 1 HVwVfG',
      ),
    ],
  }),
  PORTAL: notifyByPortal,
};

function notifyByPortal({ date, retrievedOn }: DeadlineInput, parameter: ParameterLookup): Notification {
  const limit = parameter('portal_limit_days');
  const retrievableUntil = addDays(date, limit.value);
  const provided = line(
    date,
    `Der Bescheid wurde am ${formatGermanDate(date)} im Portal bereitgestellt; er ist bis ${formatGermanDateLong(retrievableUntil)} abrufbar.`,
    limit.source,
  );
  if (retrievedOn === undefined || retrievedOn === null) {
    const open = line(
      retrievableUntil,
      `Der Bescheid ist noch nicht abgerufen. Ohne Abruf binnen ${limit.value} Tagen ist er nicht bekannt gegeben und muss neu bereitgestellt oder per Post versandt werden.`,
      limit.source,
    );
    return { deemedNotifiedOn: null, retrievableUntil, reasoning: [provided, open] };
  }
  if (retrievedOn < date)
    throw new DomainError('invalid', 'deadline.retrieved-before-provision', { date, retrievedOn });
  if (retrievedOn > retrievableUntil) {
    const late = line(
      retrievedOn,
      `Der Abruf am ${formatGermanDate(retrievedOn)} liegt nach dem Ende der Bereitstellung. Der Bescheid ist nicht bekannt gegeben.`,
      limit.source,
    );
    return { deemedNotifiedOn: null, retrievableUntil, reasoning: [provided, late] };
  }
  const days = parameter('portal_deemed_days');
  const deemed = addDays(retrievedOn, days.value);
  const notified = line(
    deemed,
    `Er wurde am ${formatGermanDate(retrievedOn)} abgerufen und gilt am Tag danach als bekannt gegeben: ${formatGermanDateLong(deemed)}.`,
    days.source,
  );
  return { deemedNotifiedOn: deemed, retrievableUntil, reasoning: [provided, notified] };
}

function termTitle(months: number, { noticeFaulty, court }: DeadlineInput): string {
  const length = months === 12 ? 'ein Jahr' : months === 1 ? 'ein Monat' : `${months} Monate`;
  const where = court ? ` beim ${court}` : '';
  const why = noticeFaulty === true ? ', weil die Rechtsbehelfsbelehrung fehlt oder unrichtig ist' : '';
  return `Klagefrist${where} ${length}${why}`;
}

function voidWaiver(waivedOn: LocalDate, deemed: LocalDate): ReasoningLine {
  return line(
    waivedOn,
    `Der Verzicht vom ${formatGermanDate(waivedOn)} liegt vor der Bekanntgabe am ${formatGermanDate(deemed)} und ist unwirksam.`,
    'Rechtsbehelfsverzicht',
  );
}

function line(date: LocalDate, text: string, source: string): ReasoningLine {
  return { date, text, source };
}
