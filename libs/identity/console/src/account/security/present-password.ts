import { ApiProblem } from '@wir/shared/console';

/** A wrong present password is shown at its field. */
export function atPresentPassword(error: unknown): unknown {
  if (!(error instanceof ApiProblem) || error.code !== 'auth.password-wrong' || error.errors.length > 0) return error;
  const { status, code, detail, requestId, members } = error;
  return new ApiProblem(status, code, detail, requestId, [{ path: 'currentPassword', code }], members);
}
