import fc from 'fast-check';
import {
  add,
  cents,
  DomainError,
  euros,
  fiscalYear,
  subtract,
  ZERO_CENTS,
  type Cents,
  type FiscalYear,
} from '@wir/shared/kernel';
import { ACCOUNT_KINDS, isSource, YEAR_PARTS } from './accounts';
import { Ledger } from './ledger';
import {
  planAppropriation,
  planAuthorisation,
  planPayment,
  planReservation,
  planSignature,
  type PlannedTransfer,
} from './transfer-plan';
import { TRANSFER_KINDS, TRANSFER_RULES, type TransferKind } from './transfer-rules';

const seed = Number(process.env['SEED'] ?? Date.now() % 2_147_483_647);
process.stdout.write(`ledger: SEED=${seed}\n`);

const Y26 = fiscalYear(2026);
const Y27 = fiscalYear(2027);
const YEARS = [Y26, Y27] as const;

function aLedger(): Ledger {
  return Ledger.withYears([
    [Y26, 'OPEN'],
    [Y27, 'PLANNED'],
  ]).post([
    ...planAppropriation(YEARS.map((year) => ({ year, amountCents: euros(1000) }))),
    ...planAuthorisation(Y26, [{ year: Y27, amountCents: euros(600) }]),
  ]);
}

describe('booking an award from confirmation to payment', () => {
  const years = YEARS.map((year) => ({ year, amountCents: euros(500) }));
  const committed = aLedger()
    .post(planReservation(years))
    .post(planSignature({ id: 'a', tranches: years }, years, Y26));

  it('moves the money through the accounts of the year', () => {
    const paid = committed.post([
      planPayment('order', 'a', { year: Y26, amountCents: euros(200) }),
      planPayment('pay', 'a', { year: Y26, amountCents: euros(200) }),
    ]);

    expect(paid.figures(Y26)).toEqual({
      appropriated: 100_000,
      free: 50_000,
      locked: 0,
      reserved: 0,
      committed: 30_000,
      ordered: 0,
      paid: 20_000,
      returned: 0,
      lapsed: 0,
    });
    expect(paid.balance({ kind: 've_free', year: Y26, dueYear: Y27, awardId: null })).toBe(euros(100));
  });

  it('refuses the euro that is no longer free and changes nothing', () => {
    const tooMuch = planReservation([
      { year: Y26, amountCents: euros(500) },
      { year: Y27, amountCents: euros(501) },
    ]);

    expect(() => committed.post(tooMuch)).toThrow('budget.exceeded');
    expect(committed.total('reserved')).toBe(0);
  });

  it('starts from balances that stand elsewhere and names what was asked and what is left', () => {
    const free = { kind: 'free', year: Y26, dueYear: null, awardId: null } as const;
    const ledger = Ledger.withYears([[Y26, 'OPEN']]).withBalance(free, euros(10));

    expect(ledger.balance(free)).toBe(euros(10));
    expect(refusalOf(() => ledger.post(planReservation([{ year: Y26, amountCents: cents(1001) }])))).toEqual({
      year: Y26,
      freeCents: 1000,
      requestedCents: 1001,
    });
  });

  it('refuses a signature without authorisation for the later year', () => {
    const more = [{ year: Y27, amountCents: euros(101) }];

    expect(() =>
      committed.post(planReservation(more)).post(planSignature({ id: 'b', tranches: more }, more, Y26)),
    ).toThrow('budget.authorisation-exceeded');
  });

  it('orders nothing in a planned year and nothing beyond the award', () => {
    expect(() => committed.post([planPayment('order', 'a', { year: Y27, amountCents: euros(1) })])).toThrow(
      'budget.year-not-open',
    );
    expect(() => committed.post([planPayment('order', 'b', { year: Y26, amountCents: euros(1) })])).toThrow(
      'budget.account-exceeded',
    );
    expect(() => committed.post([planPayment('order', 'a', { year: Y26, amountCents: ZERO_CENTS })])).toThrow(
      'budget.amount-not-positive',
    );
  });
});

describe('a budget line that money was shifted to', () => {
  const shifted = aLedger().post([{ ...aTransfer('SHIFT', Y26, euros(100)), lineId: null, targetLineId: 'other' }]);
  const onOther = (kind: TransferKind, amount: number): PlannedTransfer => ({
    ...aTransfer(kind, Y26, euros(amount)),
    lineId: 'other',
  });

  it('gives back to the budget act no more than it was granted itself', () => {
    expect(() => shifted.post([onOther('CUT', 1)])).toThrow('budget.account-exceeded');
    expect(() => shifted.post([onOther('APPROPRIATE', 30), onOther('CUT', 31)])).toThrow('budget.account-exceeded');
    expect(() => shifted.post([onOther('APPROPRIATE', 30), onOther('CUT', 30)])).not.toThrow();
  });
});

describe('each kind of transfer', () => {
  const moneyKinds = TRANSFER_KINDS.filter((kind) => !TRANSFER_RULES[kind].yearStates.includes('CLOSED'));

  it.each(moneyKinds)('%s is refused in a closed year', (kind) => {
    const closed = aLedger().withState(Y26, 'CLOSED');

    expect(() => closed.post([aTransfer(kind, Y26, euros(1))])).toThrow('budget.year-not-open');
  });
});

describe('any sequence of bookings', () => {
  const anyTransfer = fc
    .tuple(
      fc.constantFrom(...TRANSFER_KINDS),
      fc.constantFrom<FiscalYear>(...YEARS),
      fc.integer({ min: 1, max: 90_000 }),
    )
    .map(([kind, year, amount]) => aTransfer(kind, year, cents(amount)));

  it('keeps every cent, overdraws nothing and splits the Ansatz exactly', () => {
    fc.assert(
      fc.property(fc.array(anyTransfer, { maxLength: 60 }), (transfers) => {
        const ledger = transfers.reduce(postIfPossible, aLedger());
        expect(ledger.sumOfAll()).toBe(0);
        for (const kind of ACCOUNT_KINDS) if (!isSource(kind)) expect(ledger.total(kind)).toBeGreaterThanOrEqual(0);
        for (const year of YEARS) {
          const { appropriated, ...parts } = ledger.figures(year);
          expect(YEAR_PARTS.reduce<Cents>((total, part) => add(total, parts[part]), ZERO_CENTS)).toBe(appropriated);
        }
      }),
      { seed },
    );
  });

  it('is undone by its counter-booking', () => {
    const inverse: Partial<Record<TransferKind, TransferKind>> = {
      RESERVE: 'RELEASE_RESERVATION',
      LOCK: 'UNLOCK',
      APPROPRIATE: 'CUT',
      USE_VE: 'RELEASE_VE',
    };
    for (const [kind, back] of Object.entries(inverse) as [TransferKind, TransferKind][]) {
      const before = aLedger();
      const after = before.post([aTransfer(kind, Y26, euros(7)), aTransfer(back, Y26, euros(7))]);
      const account = TRANSFER_RULES[kind].from;
      expect(subtract(after.total(account), before.total(account))).toBe(0);
    }
  });
});

function refusalOf(deed: () => unknown): unknown {
  try {
    deed();
  } catch (error) {
    return error instanceof DomainError ? error.details : error;
  }
  return null;
}

function aTransfer(kind: TransferKind, year: FiscalYear, amountCents: Cents): PlannedTransfer {
  return { kind, year, dueYear: TRANSFER_RULES[kind].from.startsWith('ve_') ? Y27 : null, awardId: 'a', amountCents };
}

function postIfPossible(ledger: Ledger, transfer: PlannedTransfer): Ledger {
  try {
    return ledger.post([transfer]);
  } catch {
    return ledger;
  }
}
