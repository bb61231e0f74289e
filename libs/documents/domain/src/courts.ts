/** One of the five administrative courts of Hessen, with the postal address that the remedy notice names. */
export interface AdministrativeCourt {
  readonly name: string;
  readonly street: string;
  readonly postalCode: string;
  readonly town: string;
}

/**
 * Seats after § 1 HessAGVwGO. The court is the one at the grantee's seat (§ 52 Nr. 3 Satz 2 VwGO), never the
 * ministry's: a wrong name prolongs the term to sue from one month to one year (§ 58 Abs. 2 VwGO).
 */
export const ADMINISTRATIVE_COURTS: readonly AdministrativeCourt[] = [
  { name: 'Verwaltungsgericht Darmstadt', street: 'Julius-Reiber-Straße 37', postalCode: '64293', town: 'Darmstadt' },
  {
    name: 'Verwaltungsgericht Frankfurt am Main',
    street: 'Adalbertstraße 18',
    postalCode: '60486',
    town: 'Frankfurt am Main',
  },
  { name: 'Verwaltungsgericht Gießen', street: 'Marburger Straße 4', postalCode: '35390', town: 'Gießen' },
  { name: 'Verwaltungsgericht Kassel', street: 'Goethestraße 41–43', postalCode: '34119', town: 'Kassel' },
  { name: 'Verwaltungsgericht Wiesbaden', street: 'Mainzer Straße 124', postalCode: '65189', town: 'Wiesbaden' },
];

/** Accepts the full name, the short form of the master data ("VG Gießen") and the bare town. */
export function findAdministrativeCourt(name: string): AdministrativeCourt | undefined {
  const town = name.trim().replace(/^(VG|Verwaltungsgericht)\s+/u, '');
  return ADMINISTRATIVE_COURTS.find((court) => court.town === town);
}
