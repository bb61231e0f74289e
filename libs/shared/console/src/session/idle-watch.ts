import {
  DOCUMENT,
  DestroyRef,
  Injectable,
  InjectionToken,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { ServerContact } from '../http/server-contact';
import { Session } from './session';
import { SessionChannel } from './session-channel';
import { SESSION_TIMES } from './session-times';

/** Opens the warning over the page; it closes itself when the session goes on. */
export type IdleWarning = () => Promise<void>;
export const IDLE_WARNING = new InjectionToken<IdleWarning>('IDLE_WARNING');

const TICK_MS = 1000;
/** Heads carry whole seconds: at the very end the server must have the first word. */
const GRACE_MS = 1500;
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'input'] as const;

/**
 * Watches the two ends of a session: for want of use, and the last one. Use is what the server hears of: a real request,
 * or, while somebody types without saving, a question for `/me` now and then. Nothing here keeps a session alive by itself.
 */
@Injectable({ providedIn: 'root' })
export class IdleWatch {
  private readonly session = inject(Session);
  private readonly contact = inject(ServerContact);
  private readonly channel = inject(SessionChannel);
  private readonly times = inject(SESSION_TIMES);
  private readonly openWarning = inject(IDLE_WARNING, { optional: true });
  private readonly clock = signal(Date.now());
  private readonly lastInput = signal(Date.now());
  private asking: Promise<unknown> | null = null;
  private askedAboutEnd = 0;
  private triedAt = 0;

  /** How long the session lives without use, learned from each answer of `/me`. */
  private readonly lifetime = computed(() => {
    const idleEndsAt = this.session.me()?.idleEndsAt;
    return idleEndsAt ? Math.max(0, this.contact.toLocal(idleEndsAt) - this.session.heardAt()) : null;
  });
  private readonly idleEnd = computed(() => {
    const lifetime = this.lifetime();
    return lifetime === null ? Infinity : this.contact.last() + lifetime;
  });
  private readonly lastEnd = computed(() => {
    const me = this.session.me();
    return me ? this.contact.toLocal(me.sessionExpiresAt) : Infinity;
  });

  /** Milliseconds left before the session ends for want of use; null while there is no need to speak of it. */
  readonly idleLeft = computed(() => {
    const left = this.idleEnd() - this.clock();
    return this.session.me() && left > 0 && left <= this.times.idleWarningMs ? left : null;
  });
  /** The session's last end, once it is near. */
  readonly lastEndNear = computed(() => {
    const left = this.lastEnd() - this.clock();
    return this.session.me() && left > 0 && left <= this.times.lastWarningMs ? new Date(this.lastEnd()) : null;
  });

  constructor() {
    const page = inject(DOCUMENT);
    const tick = (): void => this.tick();
    const input = (): void => this.noteInput();
    const timer = setInterval(tick, TICK_MS);
    // A tab in the background is woken late or never: look again when it comes back.
    page.addEventListener('visibilitychange', tick);
    for (const sign of SIGNS_OF_LIFE) page.addEventListener(sign, input, { capture: true, passive: true });
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      page.removeEventListener('visibilitychange', tick);
      for (const sign of SIGNS_OF_LIFE) page.removeEventListener(sign, input, { capture: true });
    });
    this.shareContact();
  }

  private shareContact(): void {
    let told = 0;
    this.channel.listen((message) => {
      if (message.kind !== 'contact') return;
      told = Math.max(told, message.at);
      this.contact.answeredElsewhere(message.at);
    });
    effect(() => {
      const at = this.contact.last();
      if (at <= told || !untracked(this.session.me)) return;
      told = at;
      this.channel.post({ kind: 'contact', at });
    });
  }

  /** Whether somebody sits here: what runs by itself asks the server only then. */
  isPresent(): boolean {
    return Date.now() - this.lastInput() < this.times.keepAliveMs;
  }

  /** The person has said that they go on. */
  async stay(): Promise<void> {
    this.triedAt = Date.now();
    this.lastInput.set(this.triedAt);
    try {
      if ((await this.session.load()) === null) await this.session.askAgain();
    } catch {
      return; // The line is down: the bar says so, and the warning stays until the server has answered.
    }
  }

  private noteInput(): void {
    const now = Date.now();
    this.lastInput.set(now);
    // While the warning shows, going on is said with its button.
    if (this.idleLeft() === null && this.session.me() && this.isDue(now)) void this.stay();
  }

  private isDue(now: number): boolean {
    const lastTry = Math.max(this.contact.last(), this.triedAt);
    return now - lastTry >= this.times.keepAliveMs && now < this.idleEnd();
  }

  private tick(): void {
    const now = Date.now();
    this.clock.set(now);
    if (!this.session.me()) return;
    const end = Math.min(this.idleEnd(), this.lastEnd());
    if (now > end + GRACE_MS) this.askOnce(end);
    else if (this.idleLeft() !== null) this.warn();
    // What was typed shortly after the last answer counts too, only later.
    else if (this.lastInput() > this.contact.last() && this.isDue(now)) void this.stay();
  }

  private warn(): void {
    this.asking ??= (this.openWarning?.() ?? Promise.resolve()).finally(() => (this.asking = null));
  }

  /** Whoever answers "later" is asked again by the next request, not by the next second. */
  private askOnce(end: number): void {
    if (this.askedAboutEnd === end) return;
    this.askedAboutEnd = end;
    void this.session.askAgain();
  }
}
