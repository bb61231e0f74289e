export { ACCESS_LINK_ROUTES, SIGN_IN_ROUTES } from './sign-in.routes';
export { ACCOUNT_ROUTES } from './admin/account.routes';
export { DEPUTY_ROUTES } from './admin/deputy.routes';
export { OWN_ACCOUNT_ROUTES } from './account/account.routes';
export { openSignInAgain } from './sign-in/open-sign-in-again';
export { openStepUp } from './session/open-step-up';
export { openIdleWarning } from './session/open-idle-warning';
