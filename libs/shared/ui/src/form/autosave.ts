import { DestroyRef, Signal, computed, effect, inject, signal, untracked } from '@angular/core';
import { ApiProblem, Connectivity, LocalCopies, asApiProblem } from '@wir/shared/console';

export type AutosaveState = 'clean' | 'waiting' | 'saving' | 'saved' | 'failed' | 'conflict';

export interface AutosaveOptions<T> {
  /** Names the draft on this device, for example `application.<id>.<user id>`. */
  readonly key: string;
  readonly value: Signal<T>;
  readonly version: Signal<number>;
  /** Sends the value with its version; the answer's version goes into `version` by the caller. */
  readonly save: (value: T, version: number) => Promise<void>;
  /** False while nothing may be saved (read only, not loaded). */
  readonly enabled?: Signal<boolean>;
  readonly delayMs?: number;
}

const RETRY_MS = 15_000;

/**
 * Saves one second after the last change: on this device first, on the server second, and says when.
 * A failure stays visible and is tried again; a conflict (412) waits for the person. Create with `autosave()`.
 */
export class Autosave<T> {
  private readonly copies = inject(LocalCopies);
  private readonly now = signal<AutosaveState>('clean');
  private readonly time = signal<Date | null>(null);
  private readonly fault = signal<ApiProblem | null>(null);
  private baseline: string;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<boolean> | null = null;

  readonly state = this.now.asReadonly();
  readonly savedAt = this.time.asReadonly();
  readonly problem = this.fault.asReadonly();
  readonly unsaved = computed(() => this.now() !== 'clean' && this.now() !== 'saved');

  constructor(private readonly options: AutosaveOptions<T>) {
    this.baseline = JSON.stringify(untracked(options.value));
    const connectivity = inject(Connectivity);
    const warn = (event: BeforeUnloadEvent): void => {
      if (this.unsaved()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    inject(DestroyRef).onDestroy(() => {
      window.removeEventListener('beforeunload', warn);
      clearTimeout(this.timer);
    });
    effect(() => this.changed(JSON.stringify(options.value()), options.enabled?.() ?? true));
    effect(() => {
      if (connectivity.online() && untracked(this.now) === 'failed') void this.flush();
    });
  }

  /** The server's state was taken over (load, command, conflict solved): nothing is to be saved. */
  adopt(value: T): void {
    this.baseline = JSON.stringify(value);
    this.copies.drop(this.options.key);
    clearTimeout(this.timer);
    this.fault.set(null);
    if (this.now() !== 'saved') this.now.set('clean');
  }

  /** Saves at once, for example on leaving a field or before submitting; true when everything is on the server. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    if (this.running) await this.running;
    if (JSON.stringify(untracked(this.options.value)) === this.baseline) return !this.unsaved();
    this.running = this.store().finally(() => (this.running = null));
    return this.running;
  }

  private changed(text: string, enabled: boolean): void {
    if (!enabled || text === this.baseline) return;
    const value: T = untracked(this.options.value);
    this.copies.keep(this.options.key, value, untracked(this.options.version));
    if (untracked(this.now) === 'conflict') return;
    this.now.set('waiting');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), this.options.delayMs ?? 1000);
  }

  private async store(): Promise<boolean> {
    const value = untracked(this.options.value);
    const text = JSON.stringify(value);
    this.now.set('saving');
    try {
      await this.options.save(value, untracked(this.options.version));
    } catch (error) {
      return this.failed(asApiProblem(error));
    }
    this.baseline = text;
    this.time.set(new Date());
    this.fault.set(null);
    const typedOn = JSON.stringify(untracked(this.options.value)) !== text;
    this.now.set(typedOn ? 'waiting' : 'saved');
    if (typedOn) this.timer = setTimeout(() => void this.flush(), this.options.delayMs ?? 1000);
    else this.copies.drop(this.options.key);
    return !typedOn;
  }

  private failed(problem: ApiProblem): false {
    clearTimeout(this.timer);
    this.fault.set(problem);
    this.now.set(problem.isStale ? 'conflict' : 'failed');
    if (problem.isOffline || problem.status >= 500) this.timer = setTimeout(() => void this.flush(), RETRY_MS);
    return false;
  }
}

/** Call in an injection context (field initialiser of the page or its store). */
export function autosave<T>(options: AutosaveOptions<T>): Autosave<T> {
  return new Autosave(options);
}
