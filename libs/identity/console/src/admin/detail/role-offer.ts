import { APPLICANT_ROLES, ROLES, type Role } from '@wir/identity/domain';

/** A municipality's account holds roles of municipalities only, one of an authority the others. */
export function offeredRoles(isMunicipal: boolean): readonly Role[] {
  return ROLES.filter((role) => APPLICANT_ROLES.includes(role) === isMunicipal);
}

interface Dated {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** The last day of a right comes after its first one. */
export function lastDayFault({ validFrom, validTo }: Dated): { kind: string; min: string } | null {
  return validFrom && validTo && validTo < validFrom ? { kind: 'date.too-early', min: validFrom } : null;
}
