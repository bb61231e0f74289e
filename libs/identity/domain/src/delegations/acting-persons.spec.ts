import { arePersonsDifferent } from '../different-persons';
import { actingPersons, delegationFor } from './acting-persons';

const forAnna = { role: 'HEAD_OF_UNIT', personId: 'anna', name: 'Anna' };
const deputy = { personId: 'bert', ownRoles: ['CASE_WORKER'], delegations: [forAnna] };

describe('who deputises', () => {
  it('uses the delegation only for a role he does not hold himself', () => {
    expect(delegationFor(deputy, ['HEAD_OF_UNIT'])).toBe(forAnna);
    expect(delegationFor(deputy, ['CASE_WORKER'])).toBeNull();
    expect(delegationFor({ ...deputy, ownRoles: ['HEAD_OF_UNIT'] }, ['HEAD_OF_UNIT'])).toBeNull();
    expect(delegationFor(deputy, ['PAYMENT_ORDERER'])).toBeNull();
  });

  it('acts as himself and for the person represented', () => {
    expect(actingPersons(deputy, ['HEAD_OF_UNIT'])).toEqual(['bert', 'anna']);
    expect(actingPersons(deputy, ['CASE_WORKER'])).toEqual(['bert']);
  });

  it.each([
    ['the deputy himself drafted', 'bert', false],
    ['the person represented drafted', 'anna', false],
    ['a third person drafted', 'carla', true],
    ['nobody drafted', null, true],
  ])('signs as the second pair of eyes when %s: %s → %s', (_case, drafter, allowed) => {
    expect(arePersonsDifferent(actingPersons(deputy, ['HEAD_OF_UNIT']), [drafter])).toBe(allowed);
  });
});
