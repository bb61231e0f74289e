import type { AccountState } from '@wir/identity/domain';
import type { LocalDate } from '@wir/shared/kernel';
import type { ErasureDto, KeptDto } from './erasure.dto';

export interface ErasureFacts {
  readonly accountId: string;
  readonly personId: string;
  readonly state: AccountState;
  readonly version: number;
  readonly hasEmail: boolean;
  readonly hasName: boolean;
  /** Took part in cases whose files are kept. */
  readonly tookPart: boolean;
  readonly keptUntil: LocalDate | null;
  readonly otherAccounts: number;
  readonly sessions: number;
  readonly factors: number;
  /** Entries of the trail whose texts name the person and concern no case. */
  readonly texts: readonly number[];
}

const CASE_FILES =
  'Die Person hat an Vorgängen mitgewirkt, deren Akten aufbewahrt werden müssen. Wer gehandelt hat, muss nachvollziehbar bleiben (Art. 17 Abs. 3 Buchst. b DSGVO, Aktenführungserlass).';
const OTHER_ACCOUNTS = 'Die Person hat ein weiteres Konto, das noch besteht.';
const TRAIL =
  'Die Einträge selbst bleiben mit Kennungen, Zeiten und Prüfwerten; ohne sie wäre das Protokoll nicht mehr prüfbar (Art. 17 Abs. 3 Buchst. b DSGVO).';

/** Tells beforehand what will go and what stays, with the reason and the end. */
export function erasurePlan(facts: ErasureFacts): ErasureDto {
  const keepsName = facts.tookPart || facts.otherAccounts > 0;
  const erasable = [
    ...(facts.hasEmail ? ['E-Mail-Adresse'] : []),
    ...(facts.hasName && !keepsName ? ['Name'] : []),
    ...(facts.factors > 0 ? [`Zweite Faktoren (${facts.factors})`] : []),
    ...(facts.sessions > 0 ? [`Geräte und Adressen der Anmeldungen (${facts.sessions})`] : []),
    ...(facts.texts.length > 0
      ? [`Texte im Protokoll, die Name oder E-Mail-Adresse nennen (${facts.texts.length})`]
      : []),
  ];
  const kept: KeptDto[] = [];
  if (facts.hasName && facts.tookPart) kept.push({ what: 'Name', until: facts.keptUntil, why: CASE_FILES });
  else if (facts.hasName && facts.otherAccounts > 0) kept.push({ what: 'Name', until: null, why: OTHER_ACCOUNTS });
  kept.push({ what: 'Einträge im Protokoll', until: facts.keptUntil, why: TRAIL });
  return { erasable, kept };
}
