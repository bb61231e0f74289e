export { IdentityModule } from './identity.module';
export { AuthenticationGuard } from './tokens/authentication-guard';
export { SigningKey } from './tokens/signing-key';
export { Passwords } from './passwords/passwords';
