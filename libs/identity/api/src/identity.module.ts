import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { AUDIT_PERMISSIONS, IDENTITY_PERMISSIONS, IDENTITY_TEXTS, ROLES } from '@wir/identity/domain';
import {
  DueJobs,
  registerConstraintCodes,
  registerPermissions,
  registerProblemTexts,
  type Settings,
} from '@wir/shared/api';
import { DemoController } from './demo/demo.controller';
import { FactorsController } from './factors/factors.controller';
import { OwnFactors } from './factors/own-factors';
import { OwnPasskeys } from './factors/own-passkeys';
import { OwnProof } from './factors/own-proof';
import { OwnTotp } from './factors/own-totp';
import { PasskeySignInController } from './factors/passkey-sign-in.controller';
import { Passkeys } from './factors/passkeys';
import { OwnAddress } from './factors/relying-party';
import { RenewRecoveryCodes } from './factors/renew-recovery-codes';
import { SecondFactors } from './factors/second-factors';
import { StepUp } from './factors/step-up';
import { StepUpController } from './factors/step-up.controller';
import { Gate } from './gate/gate';
import { AccountMail } from './mail/account-mail';
import { MeController } from './me.controller';
import { OidcProvider } from './oidc/oidc-provider';
import { OidcSignIn } from './oidc/oidc-sign-in';
import { OidcController } from './oidc/oidc.controller';
import { AccountLinks } from './passwords/account-links';
import { ChangeOwnPassword } from './passwords/change-own-password';
import { NewPassword } from './passwords/new-password';
import { PasswordCheck } from './passwords/password-check';
import { PasswordController } from './passwords/password.controller';
import { Passwords } from './passwords/passwords';
import { RequestReset } from './passwords/request-reset';
import { SetPasswordByLink } from './passwords/set-password-by-link';
import { OwnSessions } from './sessions/own-sessions';
import { SessionsController } from './sessions/sessions.controller';
import { AuthController } from './sign-in/auth.controller';
import { SIGN_IN_TEXTS } from './sign-in/problem-texts';
import { SessionCookies } from './sign-in/session-cookies';
import { SessionFunctions } from './sign-in/session-functions';
import { SignIn } from './sign-in/sign-in';
import { SignInAudit } from './sign-in/sign-in-audit';
import { AccessTokens } from './tokens/access-tokens';
import { AuthenticationGuard } from './tokens/authentication-guard';
import { Cookies } from './tokens/cookies';
import { JwtStrategy } from './tokens/jwt-strategy';
import { SameSite } from './tokens/same-site';

const TOKENS = [AccessTokens, Cookies, SameSite, JwtStrategy, AuthenticationGuard];
const PASSWORDS = [
  AccountMail,
  SetPasswordByLink,
  Passwords,
  PasswordCheck,
  NewPassword,
  ChangeOwnPassword,
  AccountLinks,
  RequestReset,
];
const FACTORS = [
  SecondFactors,
  Passkeys,
  OwnAddress,
  OwnProof,
  OwnFactors,
  OwnTotp,
  OwnPasskeys,
  RenewRecoveryCodes,
  StepUp,
];
const SIGN_IN = [Gate, SignInAudit, SessionFunctions, SessionCookies, SignIn, OwnSessions, OidcProvider, OidcSignIn];

@Module({
  imports: [PassportModule.register({ session: false })],
  controllers: [
    AuthController,
    PasskeySignInController,
    OidcController,
    StepUpController,
    PasswordController,
    MeController,
    FactorsController,
    SessionsController,
  ],
  providers: [...TOKENS, ...PASSWORDS, ...FACTORS, ...SIGN_IN],
  exports: [AuthenticationGuard, Passwords, NewPassword, AccountLinks, Gate, SignInAudit],
})
export class IdentityModule implements OnModuleInit {
  constructor(private readonly dueJobs: DueJobs) {}

  static with(settings: Settings): DynamicModule {
    return { module: IdentityModule, controllers: settings.isDemo ? [DemoController] : [] };
  }

  onModuleInit(): void {
    this.dueJobs.register('identity.sweep-sign-in', 90, async (tx) => {
      await tx.query('SELECT identity.sweep_sign_in()');
    });
  }
}

registerPermissions(IDENTITY_PERMISSIONS);
registerPermissions(AUDIT_PERMISSIONS);
registerPermissions({ 'me.read': [...ROLES, 'SYSTEM'], 'me.manage': ROLES });
registerConstraintCodes({ passkey_credential_unique: 'auth.passkey-known-already' });
registerProblemTexts({ ...SIGN_IN_TEXTS, ...IDENTITY_TEXTS });
