import { anOrder } from '../testing/builders';
import { payeesOf } from './payees';

const MARBURG = { applicantName: 'Stadt Marburg', iban: 'DE02120300000000202051' };

describe('the accounts a run pays to', () => {
  it('come once each, with the count and the sum of their orders, the largest first', () => {
    const orders = [
      anOrder({ amountCents: 100 }),
      anOrder({ ...MARBURG, amountCents: 151 }),
      anOrder({ ...MARBURG, amountCents: 50 }),
    ];

    expect(payeesOf(orders)).toEqual([
      { iban: MARBURG.iban, names: ['Stadt Marburg'], count: 2, sumCents: 201 },
      { iban: 'DE89370400440532013000', names: ['Odenwaldkreis'], count: 1, sumCents: 100 },
    ]);
  });

  it('name every municipality that shares one account', () => {
    const [shared] = payeesOf([anOrder(), anOrder({ applicantName: 'Stadt Marburg' })]);

    expect(shared?.names).toEqual(['Odenwaldkreis', 'Stadt Marburg']);
  });

  it('lose not a cent of the run', () => {
    const orders = [1, 20, 300, 4000].map((amountCents, index) =>
      anOrder({ amountCents, iban: index % 2 === 0 ? MARBURG.iban : 'DE89370400440532013000' }),
    );

    expect(payeesOf(orders).reduce((sum, { sumCents }) => sum + sumCents, 0)).toBe(4321);
  });
});
