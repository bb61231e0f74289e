import { ApiProblem } from '@wir/shared/console';
import { PASSWORD_MAX_LENGTH, passwordRules } from './password-rules';

/** The first rule a new password breaks, as a fault at its field. */
export function passwordFault(
  password: string,
  minLength: number,
): { kind: string; minLength?: number; maxLength?: number } | null {
  if (password === '') return { kind: 'required' };
  const broken = passwordRules(password, minLength).find(({ isMet }) => !isMet);
  if (!broken) return null;
  return broken.name === 'length'
    ? { kind: 'auth.password-too-short', minLength }
    : { kind: 'auth.password-too-long', maxLength: PASSWORD_MAX_LENGTH };
}

/** What the server finds wrong with a new password is shown at its field. */
export function atPasswordField(error: unknown, path: string): unknown {
  const isPassword = error instanceof ApiProblem && error.code.startsWith('auth.password-too-');
  if (!isPassword || error.errors.length > 0) return error;
  const { status, code, detail, requestId, members } = error;
  return new ApiProblem(status, code, detail, requestId, [{ path, code }], members);
}
