import { Injectable } from '@nestjs/common';
import { Settings } from '@wir/shared/api';
import type { CookieOptions, Request, Response } from 'express';

const AUTH_PATH = '/api/v1/auth';
const OIDC_PATH = `${AUTH_PATH}/oidc`;
const CHALLENGE_ID = /^[0-9a-f-]{36}$/;

/** Names and attributes of the cookies. Prefixes that demand `Secure` are used wherever https is. */
@Injectable()
export class Cookies {
  constructor(private readonly settings: Settings) {}

  access(request: Request): string | null {
    return read(request, this.accessName);
  }

  refresh(request: Request): string | null {
    return read(request, this.refreshName);
  }

  set(
    response: Response,
    values: {
      readonly access: string;
      readonly refresh: string;
      readonly xsrf: string;
      readonly seconds: number;
      readonly endsAt: Date;
    },
  ): void {
    response.cookie(this.accessName, values.access, {
      ...this.shared(),
      httpOnly: true,
      path: '/',
      maxAge: values.seconds * 1000,
    });
    response.cookie(this.refreshName, values.refresh, {
      ...this.shared(),
      httpOnly: true,
      path: AUTH_PATH,
      expires: values.endsAt,
    });
    // Readable by the console on purpose: it is sent back as a header and worthless without the session.
    response.cookie('XSRF-TOKEN', values.xsrf, {
      ...this.shared(),
      httpOnly: false,
      path: '/',
      expires: values.endsAt,
    });
  }

  clear(response: Response): void {
    response.clearCookie(this.accessName, { ...this.shared(), httpOnly: true, path: '/' });
    response.clearCookie(this.refreshName, { ...this.shared(), httpOnly: true, path: AUTH_PATH });
    response.clearCookie('XSRF-TOKEN', { ...this.shared(), path: '/' });
  }

  /** Which sign-in at the provider this browser began. */
  oidc(request: Request): string | null {
    const id = read(request, this.oidcName);
    return id !== null && CHALLENGE_ID.test(id) ? id : null;
  }

  setOidc(response: Response, challengeId: string, seconds: number): void {
    response.cookie(this.oidcName, challengeId, { ...this.oidcOptions(), maxAge: seconds * 1000 });
  }

  clearOidc(response: Response): void {
    response.clearCookie(this.oidcName, this.oidcOptions());
  }

  private get oidcName(): string {
    return this.settings.servedByHttps ? '__Secure-oidc' : 'oidc';
  }

  /** Lax: the browser comes back from the provider's site, and must bring it then. */
  private oidcOptions(): CookieOptions {
    return { sameSite: 'lax', secure: this.settings.servedByHttps, httpOnly: true, path: OIDC_PATH };
  }

  private get accessName(): string {
    return this.settings.servedByHttps ? '__Host-at' : 'at';
  }

  private get refreshName(): string {
    return this.settings.servedByHttps ? '__Secure-rt' : 'rt';
  }

  private shared(): CookieOptions {
    return { sameSite: 'strict', secure: this.settings.servedByHttps };
  }
}

function read(request: Request, name: string): string | null {
  const cookies: unknown = request.cookies;
  if (typeof cookies !== 'object' || cookies === null) return null;
  const value: unknown = Reflect.get(cookies, name);
  return typeof value === 'string' && value !== '' ? value : null;
}
