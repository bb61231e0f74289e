import { PROVISION_TYPE_LABELS, type AncillaryProvision, type ProvisionType } from '@wir/decisions/domain';
import type { AncillaryProvisionDto, NoticeDto, NoticeTextDto } from '@wir/shared/contract';

export const TEXT_FIELDS = ['purpose', 'payoutRule', 'proofRule', 'reasons', 'closing'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

export const PROVISION_TYPES = Object.keys(PROVISION_TYPE_LABELS) as readonly ProvisionType[];

export interface ProvisionDraft {
  readonly type: ProvisionType;
  readonly text: string;
  readonly dueDate: string | null;
}

/** What a case worker writes; amounts, dates and recipient come from the data and are not part of it. */
export interface DraftValue {
  readonly texts: NoticeTextDto;
  readonly provisions: ProvisionDraft[];
}

export const EMPTY_DRAFT: DraftValue = {
  texts: { purpose: '', reasons: '', payoutRule: '', proofRule: '', closing: '' },
  provisions: [],
};

/** A rejection has no payout, no proof and no ancillary provisions. */
export function textFieldsOf(kind: NoticeDto['kind']): readonly TextField[] {
  return kind === 'GRANT' ? TEXT_FIELDS : ['purpose', 'reasons', 'closing'];
}

export function draftOf(notice: NoticeDto): DraftValue {
  const { purpose, reasons, payoutRule, proofRule, closing } = notice.texts;
  return {
    texts: { purpose, reasons, payoutRule, proofRule, closing },
    provisions: notice.ancillaryProvisions.map(({ type, text, dueDate }) => ({ type, text, dueDate: dueDate ?? null })),
  };
}

/** Only an Auflage has a day by which it is to be fulfilled. */
export function provisionsToSend(provisions: readonly ProvisionDraft[]): AncillaryProvisionDto[] {
  return provisions.map(({ type, text, dueDate }) => ({ type, text, dueDate: type === 'OBLIGATION' ? dueDate : null }));
}

export function provisionDraft({ type, text, dueDate }: AncillaryProvision): ProvisionDraft {
  return { type, text, dueDate: dueDate ?? null };
}

/** Copies kept by an older version of the portal may look different. */
export function isDraftValue(value: unknown): value is DraftValue {
  if (typeof value !== 'object' || value === null || !('texts' in value) || !('provisions' in value)) return false;
  const { texts, provisions } = value;
  return typeof texts === 'object' && texts !== null && 'purpose' in texts && Array.isArray(provisions);
}

export function isSameDraft(a: DraftValue, b: DraftValue): boolean {
  return (
    TEXT_FIELDS.every((name) => a.texts[name] === b.texts[name]) &&
    JSON.stringify(provisionsToSend(a.provisions)) === JSON.stringify(provisionsToSend(b.provisions))
  );
}
