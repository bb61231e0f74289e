import type { Translate } from '@wir/shared/console';
import { formatGermanDate, parseLocalDate } from '@wir/shared/kernel';
import type { ConflictField, Resolution } from '@wir/shared/ui';
import { TEXT_FIELDS, type DraftValue, type ProvisionDraft } from './draft-value';

const PROVISIONS = 'provisions';

/** Both versions field by field; the ancillary provisions as one text, since they only make sense together. */
export function conflictFields(mine: DraftValue, theirs: DraftValue, t: Translate): ConflictField[] {
  return [
    ...TEXT_FIELDS.map((name) => ({
      name,
      label: t(`decisions.text.${name}`),
      mine: mine.texts[name],
      theirs: theirs.texts[name],
    })),
    {
      name: PROVISIONS,
      label: t('decisions.provisions.title'),
      mine: asText(mine.provisions, t),
      theirs: asText(theirs.provisions, t),
    },
  ];
}

/** What goes on after the person has chosen; fields without a choice are equal on both sides. */
export function mergeDrafts(mine: DraftValue, theirs: DraftValue, resolution: Resolution): DraftValue {
  const from = (name: string): DraftValue => (resolution[name] === 'theirs' ? theirs : mine);
  return {
    texts: {
      purpose: from('purpose').texts.purpose,
      reasons: from('reasons').texts.reasons,
      payoutRule: from('payoutRule').texts.payoutRule,
      proofRule: from('proofRule').texts.proofRule,
      closing: from('closing').texts.closing,
    },
    provisions: [...from(PROVISIONS).provisions],
  };
}

function asText(provisions: readonly ProvisionDraft[], t: Translate): string {
  return provisions.map((provision, index) => `${index + 1}. ${lineOf(provision, t)}`).join('\n');
}

function lineOf({ type, text, dueDate }: ProvisionDraft, t: Translate): string {
  const day = parseLocalDate(dueDate ?? '');
  return `${t(`decisions.provision.${type}`)}: ${text}${day ? ` (${formatGermanDate(day)})` : ''}`;
}
