import { newAccountOf, type AccountDraft } from './account-draft';

const DRAFT: AccountDraft = {
  name: ' Erika Beispiel ',
  email: ' erika@example.org ',
  side: 'AUTHORITY',
  organisation: 'Hessischer Rechnungshof',
  applicantId: 'municipality-1',
  roles: ['CASE_WORKER', 'BUDGET_OFFICER'],
  validFrom: '2026-03-02',
  validTo: null,
  reason: ' neu im Referat ',
};

describe('a new account', () => {
  it('gives each role the same first day and reason, and leaves an open end open', () => {
    expect(newAccountOf(DRAFT, null).roles).toEqual([
      { role: 'CASE_WORKER', reason: 'neu im Referat', validFrom: '2026-03-02' },
      { role: 'BUDGET_OFFICER', reason: 'neu im Referat', validFrom: '2026-03-02' },
    ]);
  });

  it('names an authority or a municipality, never both', () => {
    expect(newAccountOf(DRAFT, null)).toMatchObject({ organisation: 'Hessischer Rechnungshof' });
    expect(newAccountOf(DRAFT, null)).not.toHaveProperty('applicantId');
    const municipal = newAccountOf({ ...DRAFT, side: 'MUNICIPALITY' }, null);
    expect(municipal).toMatchObject({ applicantId: 'municipality-1' });
    expect(municipal).not.toHaveProperty('organisation');
  });

  it('takes the name of a person who is known already from her, not from the form', () => {
    const account = newAccountOf(DRAFT, 'person-1');
    expect(account.personId).toBe('person-1');
    expect(account).not.toHaveProperty('name');
  });
});
