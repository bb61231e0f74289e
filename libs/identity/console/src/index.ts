export { SIGN_IN_ROUTES } from './sign-in.routes';
export { openSignInAgain } from './sign-in/open-sign-in-again';
