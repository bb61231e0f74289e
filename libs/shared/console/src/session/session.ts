import { DOCUMENT, Injectable, InjectionToken, computed, inject, signal } from '@angular/core';
import type { MeDto } from '@wir/shared/contract';
import { berlinDay } from '@wir/shared/kernel';
import { asApiProblem } from '../errors/api-problem';
import { Api } from '../http/api';
import { SessionChannel, type SessionMessage } from './session-channel';

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly totp?: string;
  readonly recoveryCode?: string;
}

/** Opens the sign-in dialog over the page; true when the same person is signed in again. */
export type SignInAgain = () => Promise<boolean>;
export const SIGN_IN_AGAIN = new InjectionToken<SignInAgain>('SIGN_IN_AGAIN');

/** Who is signed in, what they may do, and what time the portal says it is. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly api = inject(Api);
  private readonly channel = inject(SessionChannel);
  private readonly page = inject(DOCUMENT).defaultView;
  private readonly signInAgain = inject(SIGN_IN_AGAIN, { optional: true });
  private readonly state = signal<MeDto | null>(null);
  private readonly permissions = computed(() => new Set(this.state()?.permissions ?? []));
  private readonly outElsewhere = signal(false);
  private readonly heard = signal(0);
  private loadedAt = 0;
  private restoring: Promise<boolean> | null = null;

  readonly me = this.state.asReadonly();
  /** When `me` was read, by this device's clock in milliseconds. */
  readonly heardAt = this.heard.asReadonly();
  readonly isApplicant = computed(() => this.state()?.applicantId != null);
  readonly isDemo = computed(() => this.state()?.mode === 'demo');
  /** Nothing but setting up the second factor is possible. */
  readonly mustEnrol = computed(() => this.state()?.mustEnrol === true);
  /** The person has signed out in another tab: this one has nothing to show any more. */
  readonly signedOutElsewhere = this.outElsewhere.asReadonly();

  constructor() {
    this.channel.listen((message) => this.hear(message));
  }

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
    return this.enter();
  }

  /** After a way of signing in has set its cookies. */
  async enter(): Promise<MeDto> {
    return this.accept(await this.api.auth<MeDto>('GET', '/me'));
  }

  async signOut(): Promise<void> {
    try {
      await this.api.auth('POST', '/auth/logout');
    } finally {
      this.forget();
      this.channel.post({ kind: 'signed-out' });
    }
  }

  /** One refresh, then one sign-in in place, shared by all requests that fail at the same time. */
  restore(): Promise<boolean> {
    return this.once(() => this.tryRestore());
  }

  /** The session has ended by the clock: asks for a sign-in in place, and asks once. */
  askAgain(): Promise<boolean> {
    return this.once(() => this.openSignIn());
  }

  private once(restore: () => Promise<boolean>): Promise<boolean> {
    this.restoring ??= restore().finally(() => (this.restoring = null));
    return this.restoring;
  }

  private async tryRestore(): Promise<boolean> {
    return (await this.refresh()) || this.openSignIn();
  }

  private async openSignIn(): Promise<boolean> {
    return this.state() !== null && this.signInAgain !== null && this.signInAgain();
  }

  private async refresh(): Promise<boolean> {
    try {
      await this.api.auth('POST', '/auth/refresh');
      await this.enter();
      return true;
    } catch {
      return false; // No valid refresh cookie is the normal answer for somebody who is signed out.
    }
  }

  private accept(me: MeDto): MeDto {
    const before = this.state();
    this.loadedAt = performance.now();
    this.heard.set(Date.now());
    this.state.set(me);
    this.outElsewhere.set(false);
    rememberSignedIn(true);
    if (before?.id !== me.id || before.familyId !== me.familyId)
      this.channel.post({ kind: 'signed-in', account: me.id, family: me.familyId });
    return me;
  }

  private forget(): void {
    this.state.set(null);
    rememberSignedIn(false);
  }

  private hear(message: SessionMessage): void {
    const me = this.state();
    if (!me) return;
    if (message.kind === 'signed-out') {
      this.forget();
      this.outElsewhere.set(true);
    }
    if (message.kind !== 'signed-in') return;
    // The cookies are now another person's: nothing on this page may be sent in their name.
    if (message.account !== me.id) this.page?.location.reload();
    else if (message.family !== me.familyId) this.load().catch(() => undefined);
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
