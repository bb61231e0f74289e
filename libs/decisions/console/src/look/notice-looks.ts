import type { NoticeKind, NoticeState } from '@wir/decisions/domain';
import type { StatusLook } from '@wir/shared/ui';

export const NOTICE_LOOKS: Readonly<Record<NoticeState, StatusLook>> = {
  DRAFT: { tone: 'neutral', icon: 'edit', label: 'decisions.state.DRAFT' },
  IN_COSIGN: { tone: 'wait', icon: 'sign', label: 'decisions.state.IN_COSIGN' },
  SIGNED: { tone: 'info', icon: 'lock', label: 'decisions.state.SIGNED' },
  DISPATCHED: { tone: 'wait', icon: 'send', label: 'decisions.state.DISPATCHED' },
  NOT_RETRIEVED: { tone: 'act', icon: 'alert', label: 'decisions.state.NOT_RETRIEVED' },
  NOTIFIED: { tone: 'info', icon: 'letter', label: 'decisions.state.NOTIFIED' },
  APPEALED: { tone: 'act', icon: 'scale', label: 'decisions.state.APPEALED' },
  FINAL: { tone: 'done', icon: 'check-circle', label: 'decisions.state.FINAL' },
  VOIDED: { tone: 'stop', icon: 'cancel', label: 'decisions.state.VOIDED' },
};

export const NOTICE_KIND_LABELS: Readonly<Record<NoticeKind, string>> = {
  GRANT: 'decisions.kind.GRANT',
  REJECTION: 'decisions.kind.REJECTION',
};
