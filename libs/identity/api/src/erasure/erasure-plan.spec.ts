import { localDate } from '@wir/shared/kernel';
import { erasurePlan, type ErasureFacts } from './erasure-plan';

const facts = (overrides: Partial<ErasureFacts> = {}): ErasureFacts => ({
  accountId: 'a',
  personId: 'p',
  state: 'LEFT',
  version: 3,
  hasEmail: true,
  hasName: true,
  tookPart: false,
  keptUntil: null,
  otherAccounts: 0,
  sessions: 2,
  factors: 1,
  texts: [4, 7],
  ...overrides,
});

describe('erasing a person', () => {
  it('removes everything that names her when no case needs her name', () => {
    expect(erasurePlan(facts())).toEqual({
      erasable: [
        'E-Mail-Adresse',
        'Name',
        'Zweite Faktoren (1)',
        'Geräte und Adressen der Anmeldungen (2)',
        'Texte im Protokoll, die Name oder E-Mail-Adresse nennen (2)',
      ],
      kept: [expect.objectContaining({ what: 'Einträge im Protokoll' })],
    });
  });

  it('keeps the name while files are kept in which she acted, and says until when and why', () => {
    const plan = erasurePlan(facts({ tookPart: true, keptUntil: localDate('2041-12-31') }));

    expect(plan.erasable).not.toContain('Name');
    expect(plan.kept[0]).toMatchObject({
      what: 'Name',
      until: '2041-12-31',
      why: expect.stringContaining('Art. 17 Abs. 3 Buchst. b DSGVO'),
    });
  });

  it('keeps the name while another account of hers exists', () => {
    expect(erasurePlan(facts({ otherAccounts: 1 })).kept[0]).toMatchObject({ what: 'Name', until: null });
  });

  it('has nothing left to do the second time', () => {
    const done = facts({ hasEmail: false, hasName: false, sessions: 0, factors: 0, texts: [] });

    expect(erasurePlan(done).erasable).toEqual([]);
  });
});
