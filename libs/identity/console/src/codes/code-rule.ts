import { ApiProblem } from '@wir/shared/console';
import type { CodeKind } from './code-field';
import { isTotp, plainCode } from './typed-code';

/** What is wrong with a typed code before it is sent: the `kind` of a fault at its field. */
export function codeFault(kind: CodeKind, typed: string): { kind: string } | null {
  if (kind === 'totp') return isTotp(typed) ? null : { kind: 'console.code-malformed' };
  return plainCode(typed) === '' ? { kind: 'console.recovery-code-missing' } : null;
}

export function codeProof(kind: CodeKind, typed: string): { totp: string } | { recoveryCode: string } {
  const code = plainCode(typed);
  return kind === 'totp' ? { totp: code } : { recoveryCode: code };
}

/** A wrong code is shown at its field, where the next one is typed. */
export function atCodeField(error: unknown): unknown {
  const isWrong = error instanceof ApiProblem && error.code === 'auth.second-factor-wrong';
  if (!isWrong || error.errors.length > 0) return error;
  const { status, code, detail, requestId, members } = error;
  return new ApiProblem(status, code, detail, requestId, [{ path: 'code', code }], members);
}
