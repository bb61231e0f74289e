import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { encode } from 'uqr';

const PERIOD_SECONDS = 30;
const ISSUER = 'WIR-Förderportal';
const SECRET_BYTES = 20;

/** 160 bits, as RFC 4226 recommends. */
export function newTotpSecret(): Buffer {
  return randomBytes(SECRET_BYTES);
}

/** The time step a code belongs to: the present one or a neighbour, for clocks that differ. Null when it is wrong. */
export function totpStepOf(secret: Buffer, code: string, at: Date): number | null {
  const digits = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return null;
  const totp = totpOf(secret);
  const delta = totp.validate({ token: digits, timestamp: at.getTime(), window: 1 });
  return delta === null ? null : totp.counter({ timestamp: at.getTime() }) + delta;
}

export interface TotpSetup {
  /** For typing, when no camera is at hand. */
  readonly secret: string;
  readonly otpauthUri: string;
  /** Path data of the dark squares in a field of `qrSize` × `qrSize`. */
  readonly qrSvgPath: string;
  readonly qrSize: number;
}

export function totpSetupOf(secret: Buffer, email: string): TotpSetup {
  const totp = totpOf(secret, email);
  const otpauthUri = totp.toString();
  const { data, size } = encode(otpauthUri, { ecc: 'M', border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { secret: totp.secret.base32, otpauthUri, qrSvgPath: squares.join(''), qrSize: size };
}

function totpOf(secret: Buffer, label = ''): TOTP {
  // A view on a pooled buffer would carry its neighbours along.
  const { buffer } = Uint8Array.from(secret);
  return new TOTP({
    issuer: ISSUER,
    label,
    secret: new Secret({ buffer }),
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
  });
}
