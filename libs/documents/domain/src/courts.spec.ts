import { ADMINISTRATIVE_COURTS, findAdministrativeCourt } from './courts';

describe('finding the administrative court', () => {
  it('knows the five courts of Hessen', () => {
    expect(ADMINISTRATIVE_COURTS.map((court) => court.town)).toEqual([
      'Darmstadt',
      'Frankfurt am Main',
      'Gießen',
      'Kassel',
      'Wiesbaden',
    ]);
  });

  it.each(ADMINISTRATIVE_COURTS)('finds $name by full name, short form and town', (court) => {
    expect(findAdministrativeCourt(court.name)).toBe(court);
    expect(findAdministrativeCourt(`VG ${court.town}`)).toBe(court);
    expect(findAdministrativeCourt(court.town)).toBe(court);
  });

  it.each(['VG Mainz', '', 'VG'])('knows no court “%s”', (name) => {
    expect(findAdministrativeCourt(name)).toBeUndefined();
  });
});
