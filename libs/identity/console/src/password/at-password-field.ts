import { ApiProblem } from '@wir/shared/console';

/** What the server finds wrong with a new password is shown at its field. */
export function atPasswordField(error: unknown, path: string): unknown {
  const isPassword = error instanceof ApiProblem && error.code.startsWith('auth.password-too-');
  if (!isPassword || error.errors.length > 0) return error;
  const { status, code, detail, requestId, members } = error;
  return new ApiProblem(status, code, detail, requestId, [{ path, code }], members);
}
