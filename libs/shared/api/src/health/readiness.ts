import { Injectable } from '@nestjs/common';

/** One part of the whole: whether it holds, and what an operator wants to know about it. */
export interface ReadinessPart {
  readonly ok: boolean;
  readonly [detail: string]: string | number | boolean | null;
}

export type ReadinessCheck = () => Promise<ReadinessPart>;

export interface ReadinessReport {
  readonly ready: boolean;
  readonly failed: readonly string[];
  readonly parts: Readonly<Record<string, ReadinessPart>>;
}

const PATIENCE_MS = 2_000;

/** Whether this process should get requests. Domains register what they stand on; what only has to be watched is always `ok`. */
@Injectable()
export class Readiness {
  private readonly checks = new Map<string, ReadinessCheck>();
  private isEnding = false;

  register(name: string, check: ReadinessCheck): void {
    this.checks.set(name, check);
  }

  /** From now on nobody shall send anything new; what has begun is finished. */
  drain(): void {
    this.isEnding = true;
  }

  async report(): Promise<ReadinessReport> {
    if (this.isEnding) return { ready: false, failed: ['shutdown'], parts: { shutdown: { ok: false } } };
    const answers = await Promise.all(
      [...this.checks].map(async ([name, check]) => [name, await answer(check)] as const),
    );
    const failed = answers.filter(([, { ok }]) => !ok).map(([name]) => name);
    return { ready: failed.length === 0, failed, parts: Object.fromEntries(answers) };
  }
}

/** A check that fails or hangs says no; why, stands in the log of the part itself. */
async function answer(check: ReadinessCheck): Promise<ReadinessPart> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<ReadinessPart>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, timedOut: true }), PATIENCE_MS);
  });
  try {
    return await Promise.race([check(), patience]);
  } catch {
    return { ok: false };
  } finally {
    clearTimeout(timer);
  }
}
