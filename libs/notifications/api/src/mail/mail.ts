/** A mail as it is handed to a transport. */
export interface Mail {
  /** Stays the same over repetitions: receivers recognise it as one. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
}

export class UnsafeMailError extends Error {
  override readonly name = 'UnsafeMailError';
}

const BREAKS = /[\r\n\u0085\u2028\u2029\0]/;
const ADDRESS = /^[^\s@<>",;:()[\]\\]+@[^\s@<>",;:()[\]\\]+$/;

/** A line break in a head would begin a head of the attacker's choice (ASVS v5.0.0-1.3.11). */
export function assertSafe({ id, to, subject }: Mail): void {
  const unsafe = [id, to.name, to.address, subject].some((value) => BREAKS.test(value));
  if (unsafe || !ADDRESS.test(to.address)) throw new UnsafeMailError('A head of the mail is not one line');
}

/** Where mail goes; at least once, so a mail may arrive again under the same id. */
export abstract class MailTransport {
  abstract send(mail: Mail): Promise<void>;
}
