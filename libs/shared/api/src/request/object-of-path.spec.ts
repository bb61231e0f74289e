import { objectOfPath } from './object-of-path';

const ID = '0b4a3c7e-3f5c-4a86-9b0e-2d8f6a1c9e10';

describe('the object of an address', () => {
  it.each([
    [`/api/v1/applications/${ID}/submission`, 'APPLICATION', ID],
    [`/api/v1/disbursement-requests/${ID}`, 'DISBURSEMENT_REQUEST', ID],
    ['/api/v1/budget-years/2026/state', 'BUDGET_YEAR', '2026'],
    ['/api/v1/conflicts-of-interest', 'CONFLICT_OF_INTEREST', '-'],
    ['/api/v1/me/sessions', 'ACCOUNT', 'sessions'],
    ['/', 'PORTAL', '-'],
  ])('of %s is %s %s', (path, objectType, objectId) => {
    expect(objectOfPath(path)).toEqual({ objectType, objectId });
  });
});
