import { CreatePlatform1795305600100 } from './1795305600100-create-platform';
import { CreateIdentity1795305600200 } from './1795305600200-create-identity';
import { CreateSessions1795305600300 } from './1795305600300-create-sessions';
import { CreateAudit1795305600400 } from './1795305600400-create-audit';
import { CreateProgramme1795305600500 } from './1795305600500-create-programme';
import { CreateBudget1795305600600 } from './1795305600600-create-budget';
import { CreateApplications1795305600700 } from './1795305600700-create-applications';
import { CreateDecisions1795305600800 } from './1795305600800-create-decisions';
import { CreateDisbursements1795305600900 } from './1795305600900-create-disbursements';
import { CreatePgboss1795305600900 } from './1795305600900-create-pgboss';
import { CreateNotifications1795305601000 } from './1795305601000-create-notifications';
import { SearchApplications1795305601100 } from './1795305601100-search-applications';
import { CompareTranchesWithAward1795305602000 } from './1795305602000-compare-tranches-with-award';
import { QueueAtHotRows1795305602100 } from './1795305602100-queue-at-hot-rows';
import { AccessCore1795305603000 } from './1795305603000-access-core';
import { SessionFamilies1795305603050 } from './1795305603050-session-families';
import { SignIn1795305603200 } from './1795305603200-sign-in';
import { SecondFactors1795305603210 } from './1795305603210-second-factors';
import { AuditCommitments1795305603100 } from './1795305603100-audit-commitments';
import { Administration1795305603300 } from './1795305603300-administration';
import { Absence1795305603310 } from './1795305603310-absence';
import { MailDelivery1795305603320 } from './1795305603320-mail-delivery';
import { Records1795305603400 } from './1795305603400-records';
import { Retention1795305603500 } from './1795305603500-retention';
import { BindRowsToTenant1795305603700 } from './1795305603700-bind-rows-to-tenant';
import { BudgetActs1795305604000 } from './1795305604000-budget-acts';
import { BalanceSnapshots1795305604100 } from './1795305604100-balance-snapshots';
import { PaymentChain1795305604300 } from './1795305604300-payment-chain';
import { Instalments1795305604310 } from './1795305604310-instalments';
import { PaymentRuns1795305604400 } from './1795305604400-payment-runs';
import { ApprovalNames1795305604410 } from './1795305604410-approval-names';
import { PaymentReturns1795305604500 } from './1795305604500-payment-returns';
import { Scenarios1795305604600 } from './1795305604600-scenarios';
import { LookBack1795305604700 } from './1795305604700-look-back';
import { ApplyTransfersTogether1795305604710 } from './1795305604710-apply-transfers-together';

/** All migrations in the order in which they run; names end in their moment. */
export const MIGRATIONS = [
  CreatePlatform1795305600100,
  CreateIdentity1795305600200,
  CreateSessions1795305600300,
  CreateAudit1795305600400,
  CreateProgramme1795305600500,
  CreateBudget1795305600600,
  CreateApplications1795305600700,
  CreateDecisions1795305600800,
  CreateDisbursements1795305600900,
  CreatePgboss1795305600900,
  CreateNotifications1795305601000,
  SearchApplications1795305601100,
  CompareTranchesWithAward1795305602000,
  QueueAtHotRows1795305602100,
  AccessCore1795305603000,
  SessionFamilies1795305603050,
  AuditCommitments1795305603100,
  SignIn1795305603200,
  SecondFactors1795305603210,
  Administration1795305603300,
  Absence1795305603310,
  MailDelivery1795305603320,
  Records1795305603400,
  Retention1795305603500,
  BindRowsToTenant1795305603700,
  BudgetActs1795305604000,
  BalanceSnapshots1795305604100,
  PaymentChain1795305604300,
  Instalments1795305604310,
  PaymentRuns1795305604400,
  ApprovalNames1795305604410,
  PaymentReturns1795305604500,
  Scenarios1795305604600,
  LookBack1795305604700,
  ApplyTransfersTogether1795305604710,
];
