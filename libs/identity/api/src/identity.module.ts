import { Module, type DynamicModule } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { AUDIT_PERMISSIONS, IDENTITY_PERMISSIONS, ROLES } from '@wir/identity/domain';
import { registerPermissions, registerProblemTexts, type Settings } from '@wir/shared/api';
import { DemoController } from './demo/demo.controller';
import { MeController } from './me.controller';
import { Passwords } from './passwords/passwords';
import { AuthController } from './sign-in/auth.controller';
import { SessionFunctions } from './sign-in/session-functions';
import { SignIn } from './sign-in/sign-in';
import { UnknownAccounts } from './sign-in/unknown-accounts';
import { AccessTokens } from './tokens/access-tokens';
import { AuthenticationGuard } from './tokens/authentication-guard';
import { Cookies } from './tokens/cookies';
import { JwtStrategy } from './tokens/jwt-strategy';
import { SameSite } from './tokens/same-site';
import { SigningKey } from './tokens/signing-key';

@Module({
  imports: [PassportModule.register({ session: false })],
  controllers: [AuthController, MeController],
  providers: [
    SigningKey,
    AccessTokens,
    Cookies,
    SameSite,
    JwtStrategy,
    AuthenticationGuard,
    Passwords,
    SessionFunctions,
    SignIn,
    UnknownAccounts,
  ],
  exports: [SigningKey, AuthenticationGuard, Passwords],
})
export class IdentityModule {
  static with(settings: Settings): DynamicModule {
    return { module: IdentityModule, controllers: settings.isDemo ? [DemoController] : [] };
  }
}

registerPermissions(IDENTITY_PERMISSIONS);
registerPermissions(AUDIT_PERMISSIONS);
registerPermissions({ 'me.read': [...ROLES, 'SYSTEM'] });
registerProblemTexts({
  'auth.invalid-credentials': 'E-Mail-Adresse oder Passwort stimmt nicht.',
  'auth.throttled': ({ retryAfterSeconds }) =>
    `Zu viele Fehlversuche. Bitte warten Sie ${String(retryAfterSeconds)} Sekunden.`,
});
