import { dieAt } from './die-at';

/** Set by tools/build-api.mjs: true only in the bundle dist/api-faults; every other one leaves `dieAt` out. */
declare const WIR_FAULT_POINTS: boolean | undefined;

/** Places between two steps at which the fault tests kill the process. */
export type FailPoint =
  | 'command.before-commit'
  | 'command.after-commit'
  | 'payment-run.before-commit'
  | 'payment-run.after-exporting'
  | 'payment-run.after-file'
  | 'payment-run.after-register'
  | 'payment-run.before-exported'
  | 'payment-run.after-commit'
  | 'import.before-commit'
  | 'import.after-commit'
  | 'outbox.after-claim';

/**
 * kill −9 of this process when it passes here and `FAILPOINT` says so: `<name>`, `<name>@<part of the subject>`, each with
 * `#<n>` for the n-th time. The subject is what the place is about, such as the path of a command.
 */
export function failPoint(name: FailPoint, subject = ''): void {
  if (typeof WIR_FAULT_POINTS !== 'undefined' && WIR_FAULT_POINTS) dieAt(name, subject);
}
