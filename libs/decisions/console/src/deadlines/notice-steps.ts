import type { NoticeState } from '@wir/decisions/domain';
import type { Translate } from '@wir/shared/console';
import type { NoticeDto } from '@wir/shared/contract';
import { berlinDay, formatGermanDate, parseLocalDate } from '@wir/shared/kernel';
import type { Step, StepState } from '@wir/shared/ui';

const STATIONS = ['DRAFT', 'IN_COSIGN', 'SIGNED', 'DISPATCHED', 'NOTIFIED', 'FINAL'] as const;
type Station = (typeof STATIONS)[number];

/** The station a state stands at, and how it stands there. */
const AT: Readonly<Record<NoticeState, readonly [Station, StepState]>> = {
  DRAFT: ['DRAFT', 'current'],
  IN_COSIGN: ['IN_COSIGN', 'current'],
  SIGNED: ['SIGNED', 'current'],
  DISPATCHED: ['DISPATCHED', 'current'],
  NOT_RETRIEVED: ['DISPATCHED', 'stopped'],
  NOTIFIED: ['NOTIFIED', 'current'],
  APPEALED: ['FINAL', 'stopped'],
  FINAL: ['FINAL', 'done'],
  VOIDED: ['SIGNED', 'stopped'],
};

/** The way of a notice as stations with their days; a municipality sees it from the dispatch on. */
export function noticeSteps(notice: NoticeDto, isApplicant: boolean, t: Translate): Step[] {
  const [station, state] = AT[notice.state];
  const current = STATIONS.indexOf(station);
  return STATIONS.map((name, index): Step => {
    const known = index < current ? 'done' : index === current ? state : 'open';
    return { label: t(`decisions.way.${name}`), state: known, detail: detailOf(name, notice, t) };
  }).slice(isApplicant ? STATIONS.indexOf('DISPATCHED') : 0);
}

function detailOf(station: Station, notice: NoticeDto, t: Translate): string | undefined {
  switch (station) {
    case 'DRAFT':
      return shown(berlinDay(new Date(notice.createdAt)));
    case 'IN_COSIGN':
      return undefined;
    case 'SIGNED':
      return notice.state === 'VOIDED'
        ? t('decisions.state.VOIDED')
        : notice.signedAt
          ? shown(berlinDay(new Date(notice.signedAt)))
          : undefined;
    case 'DISPATCHED':
      return notice.state === 'NOT_RETRIEVED' ? t('decisions.state.NOT_RETRIEVED') : shown(notice.dispatchedOn);
    case 'NOTIFIED':
      return shown(notice.deemedNotifiedOn);
    case 'FINAL':
      return notice.state === 'APPEALED' ? t('decisions.state.APPEALED') : finality(notice, t);
  }
}

function finality({ state, finalOn }: NoticeDto, t: Translate): string | undefined {
  const day = shown(finalOn);
  return day && state !== 'FINAL' ? t('decisions.way.expected', { day }) : day;
}

function shown(value: string | null): string | undefined {
  const day = parseLocalDate(value ?? '');
  return day ? formatGermanDate(day) : undefined;
}
