import { isIban } from '@wir/disbursements/domain';
import type { Settings } from '@wir/shared/api';

/** The account payouts leave from. */
export interface Payer {
  readonly name: string;
  readonly iban: string;
  /** Empty: not needed within SEPA. */
  readonly bic: string;
}

/** At Landesbank Hessen-Thüringen; the number is made up for the demo, its check digits are right. */
export const DEMO_ACCOUNT = { iban: 'DE66500500000000123456', bic: 'HELADEFFXXX' } as const;

/** From the settings WIR_PAYER_…; in production there is no account until one is set. */
export function payerOf({ payer, isDemo }: Pick<Settings, 'payer' | 'isDemo'>): Payer | null {
  if (payer.iban !== undefined && isIban(payer.iban))
    return { name: payer.name, iban: payer.iban, bic: payer.bic ?? '' };
  return isDemo ? { name: payer.name, ...DEMO_ACCOUNT } : null;
}
