declare const brand: unique symbol;

/** An amount in whole euro cents. The only type for money; made by `cents()`, never by a cast. */
export type Cents = number & { readonly [brand]: 'Cents' };

/** How a fraction of a cent is dealt with; named at each call so that no rounding happens unseen. */
export type Rounding = 'DOWN' | 'UP' | 'HALF_UP';

export function isCents(value: unknown): value is Cents {
  return Number.isSafeInteger(value);
}

/** The door for numbers that should already be whole cents: a fraction is a programming error, not an input error. */
export function cents(value: number): Cents {
  if (!isCents(value)) throw new RangeError(`Not a whole number of cents: ${value}`);
  return (value === 0 ? 0 : value) as Cents;
}

export const ZERO_CENTS: Cents = cents(0);

/** Whole euros as cents, for constants of law such as the cap of 60.000 €. */
export function euros(value: number): Cents {
  return cents(value * 100);
}

export function add(a: Cents, b: Cents): Cents {
  return cents(a + b);
}

export function subtract(a: Cents, b: Cents): Cents {
  return cents(a - b);
}

export function negate(a: Cents): Cents {
  return cents(-a);
}

export function sum(amounts: Iterable<Cents>): Cents {
  let total = ZERO_CENTS;
  for (const amount of amounts) total = add(total, amount);
  return total;
}

export function minCents(a: Cents, b: Cents): Cents {
  return a < b ? a : b;
}

export function maxCents(a: Cents, b: Cents): Cents {
  return a > b ? a : b;
}

/** Splits into parts whose sum is exact: the first parts carry the leftover cents. */
export function splitOver(total: Cents, parts: number): Cents[] {
  if (total < 0 || !Number.isSafeInteger(parts) || parts < 1)
    throw new RangeError('Split needs an amount and at least one part');
  const part = Math.floor(total / parts);
  const leftover = total - part * parts;
  return Array.from({ length: parts }, (_, index) => cents(index < leftover ? part + 1 : part));
}

/** amount × numerator / denominator without a float in between. */
export function proportion(amount: Cents, numerator: number, denominator: number, rounding: Rounding): Cents {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator))
    throw new RangeError('A proportion needs whole numbers');
  if (amount < 0 || numerator < 0 || denominator <= 0)
    throw new RangeError('A proportion needs a positive denominator and no negative part');
  const product = BigInt(amount) * BigInt(numerator);
  const divisor = BigInt(denominator);
  const whole = product / divisor;
  const rest = product % divisor;
  const roundsUp = rounding === 'UP' ? rest > 0n : rounding === 'HALF_UP' ? rest * 2n >= divisor : false;
  return cents(Number(roundsUp ? whole + 1n : whole));
}

/** A quota in basis points (1 % = 100) of an amount. */
export function share(amount: Cents, basisPoints: number, rounding: Rounding): Cents {
  return proportion(amount, basisPoints, 10_000, rounding);
}
