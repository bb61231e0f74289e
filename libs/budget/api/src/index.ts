export { BudgetModule } from './budget.module';
export { bookingsOf, LedgerPosting } from './ledger-posting';
export type { Booking, Posting, TransferReferences } from './ledger-posting';
export { reservedYears } from './data/reserved-years';
