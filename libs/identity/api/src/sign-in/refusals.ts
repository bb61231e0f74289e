import { HttpProblem } from '@wir/shared/api';

export type FactorMethod = 'TOTP' | 'PASSKEY' | 'RECOVERY';

export function throttled(seconds: number, stopped = false): HttpProblem {
  const details = { retryAfterSeconds: seconds, ...(stopped ? { untilReset: true } : {}) };
  return new HttpProblem(429, 'auth.throttled', details, { 'Retry-After': String(seconds) });
}

export function wrongCredentials(): HttpProblem {
  return new HttpProblem(401, 'auth.invalid-credentials');
}

export function secondFactorRequired(methods: readonly FactorMethod[]): HttpProblem {
  return new HttpProblem(401, 'auth.second-factor-required', { methods });
}

/** 401 at the door, 422 inside, where the sign-in itself stands. */
export function wrongSecondFactor(status: 401 | 422): HttpProblem {
  return new HttpProblem(status, 'auth.second-factor-wrong');
}

export function stepUpRequired(minutes: number): HttpProblem {
  return new HttpProblem(403, 'auth.step-up-required', { minutes });
}
