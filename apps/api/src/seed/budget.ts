import { randomUUID } from 'node:crypto';

import type { Client } from 'pg';

const FIRST_YEAR = 2026;
const LAST_YEAR = 2030;
/** 4.4 m € a year, 22 m € in all; 3.96 m € are the 33 core awards, the rest is a reserve (demo assumption). */
const APPROPRIATION_CENTS = 440_000_000;

interface Booking {
  readonly kind: 'APPROPRIATE' | 'AUTHORISE';
  readonly from: string;
  readonly to: string;
  readonly year: number;
  readonly dueYear: number | null;
}

/** Budget years with Ansatz, and the commitment authorisations of the budgets 2025 and 2026 per due year. */
export async function seedBudget(
  client: Client,
  programmeId: string,
  bookedBy: string,
  currentYear: number,
): Promise<void> {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 2 }, (_, i) => FIRST_YEAR - 1 + i);
  for (const year of years) {
    await client.query('INSERT INTO budget.budget_year (programme_id, year, state) VALUES ($1, $2, $3)', [
      programmeId,
      year,
      year <= currentYear ? 'OPEN' : 'PLANNED',
    ]);
  }
  const key = randomUUID();
  for (const [line, booking] of bookings().entries()) {
    await book(client, programmeId, bookedBy, key, line, booking);
  }
  await lapsePastAuthorisations(client, programmeId, bookedBy, currentYear);
  await closePastYears(client, currentYear);
}

/** As the job of 1 January does (§ 45 Abs. 1 LHO). */
async function lapsePastAuthorisations(
  client: Client,
  programmeId: string,
  bookedBy: string,
  currentYear: number,
): Promise<void> {
  await client.query(
    `INSERT INTO budget.transfer (kind, from_account_id, to_account_id, amount_cents, reason, value_date, command_key, line, booked_by)
     SELECT 'LAPSE_VE', a.id, budget.account_for(a.programme_id, 've_lapsed', a.budget_year, a.due_year, NULL), a.balance_cents,
       'Nicht in Anspruch genommene VE verfällt am 31. Dezember', platform.today(), $3, row_number() OVER (ORDER BY a.budget_year, a.due_year), $4
     FROM budget.account a WHERE a.programme_id = $1 AND a.kind = 've_free' AND a.balance_cents > 0 AND a.budget_year < $2`,
    [programmeId, currentYear, randomUUID(), bookedBy],
  );
}

function bookings(): Booking[] {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i);
  const authorisations = [FIRST_YEAR - 1, FIRST_YEAR].flatMap((budgetYear) =>
    years
      .filter((due) => due > budgetYear)
      .map((dueYear): Booking => ({
        kind: 'AUTHORISE',
        from: 've_authorised',
        to: 've_free',
        year: budgetYear,
        dueYear,
      })),
  );
  return [
    ...years.map((year): Booking => ({ kind: 'APPROPRIATE', from: 'appropriation', to: 'free', year, dueYear: null })),
    ...authorisations,
  ];
}

async function book(
  client: Client,
  programmeId: string,
  bookedBy: string,
  key: string,
  line: number,
  booking: Booking,
): Promise<void> {
  const open = await client.query(
    "SELECT 1 FROM budget.budget_year WHERE programme_id = $1 AND year = $2 AND state IN ('PLANNED', 'OPEN')",
    [programmeId, booking.year],
  );
  if (open.rowCount === 0) return;
  await client.query(
    `INSERT INTO budget.transfer (kind, from_account_id, to_account_id, amount_cents, reason, value_date, command_key, line, booked_by)
     VALUES ($1, budget.account_for($2, $3, $4, $5, NULL), budget.account_for($2, $6, $4, $5, NULL), $7, $8, platform.today(), $9, $10, $11)`,
    [
      booking.kind,
      programmeId,
      booking.from,
      booking.year,
      booking.dueYear,
      booking.to,
      APPROPRIATION_CENTS,
      booking.kind === 'APPROPRIATE'
        ? `Ansatz ${booking.year}`
        : `Verpflichtungsermächtigung ${booking.year} für ${booking.dueYear}`,
      key,
      line,
      bookedBy,
    ],
  );
}

/** Years before the clock's year take no more bookings, and what was not promised in them can be promised no more. */
async function closePastYears(client: Client, currentYear: number): Promise<void> {
  for (const state of ['CASH_CLOSED', 'CLOSED']) {
    await client.query('UPDATE budget.budget_year SET state = $1, version = version + 1 WHERE year < $2', [
      state,
      currentYear,
    ]);
  }
}
