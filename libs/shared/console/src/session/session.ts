import { Injectable, InjectionToken, computed, inject, signal } from '@angular/core';
import type { MeDto } from '@wir/shared/contract';
import { Api } from '../http/api';
import { asApiProblem } from '../errors/api-problem';
import { berlinDay } from '@wir/shared/kernel';

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly totp?: string;
}

/** Opens the sign-in dialog over the page; true when the same person is signed in again. */
export type SignInAgain = () => Promise<boolean>;
export const SIGN_IN_AGAIN = new InjectionToken<SignInAgain>('SIGN_IN_AGAIN');

/** Who is signed in, what they may do, and what time the portal says it is. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly api = inject(Api);
  private readonly signInAgain = inject(SIGN_IN_AGAIN, { optional: true });
  private readonly state = signal<MeDto | null>(null);
  private readonly permissions = computed(() => new Set(this.state()?.permissions ?? []));
  private loadedAt = 0;
  private restoring: Promise<boolean> | null = null;

  readonly me = this.state.asReadonly();
  readonly isApplicant = computed(() => this.state()?.applicantId != null);
  readonly isDemo = computed(() => this.state()?.mode === 'demo');

  can(permission: string): boolean {
    return this.permissions().has(permission);
  }

  /** The portal's clock, which a demo may have moved; runs on between two loads. */
  now(): Date {
    const me = this.state();
    return me ? new Date(Date.parse(me.now) + (performance.now() - this.loadedAt)) : new Date();
  }

  /** Today in Europe/Berlin as `YYYY-MM-DD`. */
  today(): string {
    return berlinDay(this.now());
  }

  /** For pages that anybody may read: asks the server only where somebody has been signed in on this device. */
  async loadIfKnown(): Promise<void> {
    if (!this.state() && wasSignedIn()) await this.load();
  }

  /** Reads who is signed in; null without a session. A second try after a refresh costs one request. */
  async load(): Promise<MeDto | null> {
    try {
      return this.accept(await this.api.auth<MeDto>('GET', '/me'));
    } catch (error) {
      if (asApiProblem(error).status !== 401) throw error;
    }
    return (await this.refresh()) ? this.state() : null;
  }

  async signIn(credentials: Credentials): Promise<MeDto> {
    await this.api.auth('POST', '/auth/login', credentials);
    return this.accept(await this.api.auth<MeDto>('GET', '/me'));
  }

  async signOut(): Promise<void> {
    try {
      await this.api.auth('POST', '/auth/logout');
    } finally {
      this.state.set(null);
      rememberSignedIn(false);
    }
  }

  /** One refresh, then one sign-in in place, shared by all requests that fail at the same time. */
  restore(): Promise<boolean> {
    this.restoring ??= this.tryRestore().finally(() => (this.restoring = null));
    return this.restoring;
  }

  private async tryRestore(): Promise<boolean> {
    if (await this.refresh()) return true;
    if (!this.state() || !this.signInAgain) return false;
    return this.signInAgain();
  }

  private async refresh(): Promise<boolean> {
    try {
      await this.api.auth('POST', '/auth/refresh');
      this.accept(await this.api.auth<MeDto>('GET', '/me'));
      return true;
    } catch {
      return false; // No valid refresh cookie is the normal answer for somebody who is signed out.
    }
  }

  private accept(me: MeDto): MeDto {
    this.loadedAt = performance.now();
    this.state.set(me);
    rememberSignedIn(true);
    return me;
  }
}

const KNOWN = 'wir.signed-in';

function wasSignedIn(): boolean {
  try {
    return localStorage.getItem(KNOWN) !== null;
  } catch {
    return false; // Without storage the page shows as to a stranger until a guarded page is opened.
  }
}

function rememberSignedIn(isSignedIn: boolean): void {
  try {
    if (isSignedIn) localStorage.setItem(KNOWN, '1');
    else localStorage.removeItem(KNOWN);
  } catch {
    return; // A hint only; the cookie decides.
  }
}
