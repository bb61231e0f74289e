import type { Request } from 'express';
import type { Cookies } from './cookies';

export interface Credentials {
  readonly token: string;
  /** Cookies are sent by browsers unasked, so only they need protection against cross-site requests. */
  readonly fromCookie: boolean;
}

/** An `Authorization` header decides, even when it is wrong; the cookie counts only without one. */
export function credentialsOf(request: Request, cookies: Cookies): Credentials | null {
  const header = request.headers.authorization;
  if (header !== undefined) {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header)?.[1];
    return token ? { token, fromCookie: false } : null;
  }
  const token = cookies.access(request);
  return token ? { token, fromCookie: true } : null;
}
