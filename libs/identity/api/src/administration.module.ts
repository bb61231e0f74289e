import { Module } from '@nestjs/common';
import { AccountQueries } from './accounts/account.queries';
import { AccountsController } from './accounts/accounts.controller';
import { ChangeAccount } from './accounts/change-account';
import { CreateAccount } from './accounts/create-account';
import { EndGrant } from './accounts/end-grant';
import { EndSessions } from './accounts/end-sessions';
import { GrantRole } from './accounts/grant-role';
import { InviteAccount } from './accounts/invite-account';
import { LockAccount } from './accounts/lock-account';
import { RequestFactorReset } from './accounts/request-factor-reset';
import { FactorResetsController, RoleGrantsController } from './accounts/rights.controller';
import { SettleFactorReset } from './accounts/settle-factor-reset';
import { UnlockAccount } from './accounts/unlock-account';
import { ConflictsController } from './conflicts/conflicts.controller';
import { EndConflict } from './conflicts/end-conflict';
import { RecordConflict } from './conflicts/record-conflict';
import { ArrangeDelegation } from './delegations/arrange-delegation';
import { DelegationQueries } from './delegations/delegation.queries';
import { DelegationsController } from './delegations/delegations.controller';
import { RevokeDelegation } from './delegations/revoke-delegation';
import { EraseAccount } from './erasure/erase-account';
import { ErasureController } from './erasure/erasure.controller';
import { LeaveAccount } from './leaving/leave-account';
import { LeavingController } from './leaving/leaving.controller';
import { LeavingQueries } from './leaving/leaving.queries';
import { RetireLeavers } from './leaving/retire-leavers';
import { AccountMail } from './mail/account-mail';
import './administration-texts';

/** Accounts, roles, deputies, conflicts of interest, leaving and erasure. Its permissions are registered with those of identity. */
@Module({
  controllers: [
    AccountsController,
    RoleGrantsController,
    FactorResetsController,
    LeavingController,
    ErasureController,
    DelegationsController,
    ConflictsController,
  ],
  providers: [
    AccountMail,
    AccountQueries,
    CreateAccount,
    ChangeAccount,
    InviteAccount,
    LockAccount,
    UnlockAccount,
    EndSessions,
    GrantRole,
    EndGrant,
    RequestFactorReset,
    SettleFactorReset,
    LeavingQueries,
    LeaveAccount,
    RetireLeavers,
    EraseAccount,
    DelegationQueries,
    ArrangeDelegation,
    RevokeDelegation,
    RecordConflict,
    EndConflict,
  ],
  exports: [AccountMail],
})
export class AdministrationModule {}
