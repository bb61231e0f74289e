import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import type { Verdict } from '@wir/documents/inspection';
import { DomainError } from '@wir/shared/kernel';
import { Places } from './places';

export interface ChildLimits {
  readonly seconds: number;
  readonly mebibytes: number;
  /** Inspections side by side, and how many may wait for one of them. */
  readonly places: number;
  readonly waiting: number;
}

const LIMITS: ChildLimits = { seconds: 10, mebibytes: 512, places: 2, waiting: 30 };
const LOOK_EVERY_MS = 50;
/** A verdict is one short line; whatever talks longer is not ours. */
const MAX_ANSWER = 1_000;

/**
 * One process per file: without our environment (and so without any secret), without the right to write, to start
 * programs or to load native code, watched from outside for time and memory. Its death is an answer as well.
 */
export class ChildInspection {
  private readonly limits: ChildLimits;
  private readonly places: Places;

  constructor(
    private readonly program: string,
    limits: Partial<ChildLimits> = {},
  ) {
    this.limits = { ...LIMITS, ...limits };
    this.places = new Places(this.limits.places, this.limits.waiting);
  }

  inspect(bytes: Buffer): Promise<Verdict> {
    return this.places.use(() => this.run(bytes));
  }

  private run(bytes: Buffer): Promise<Verdict> {
    const child = spawn(process.execPath, [...this.flags(), this.program], {
      env: {},
      cwd: '/',
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const release = this.watch(child);
    return new Promise<Verdict>((resolve, reject) => {
      let answer = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        if (answer.length < MAX_ANSWER) answer += text;
      });
      child.once('error', () => reject(unavailable()));
      child.once('close', (code, signal) => {
        const verdict = verdictOf(answer, code, signal);
        if (verdict) resolve(verdict);
        else reject(unavailable());
      });
      // A child that was ended while it read is told by its end, not by the broken pipe.
      child.stdin.on('error', () => undefined).end(bytes);
    }).finally(release);
  }

  private flags(): string[] {
    return [
      `--max-old-space-size=${Math.floor(this.limits.mebibytes * 0.75)}`,
      '--permission',
      `--allow-fs-read=${this.program}`,
      '--disallow-code-generation-from-strings',
      '--no-warnings',
    ];
  }

  /** V8 knows its own heap only; buffers lie outside, so the whole process is measured where the system tells it. */
  private watch(child: ChildProcess): () => void {
    const { pid } = child;
    const late = setTimeout(() => child.kill('SIGKILL'), this.limits.seconds * 1_000);
    if (pid === undefined) return () => clearTimeout(late);
    calm(pid);
    const look = setInterval(() => {
      void residentMebibytes(pid).then((size) => size > this.limits.mebibytes && child.kill('SIGKILL'));
    }, LOOK_EVERY_MS);
    return () => {
      clearTimeout(late);
      clearInterval(look);
    };
  }
}

/** Answering people goes before reading files. */
function calm(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Already ended: there is nothing left to calm.
  }
}

async function residentMebibytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
}

function unavailable(): DomainError {
  return new DomainError('unavailable', 'document.inspection-unavailable');
}

/** Ended from outside or by V8 for want of memory: the file asks too much. Null: the program itself is at fault. */
function verdictOf(answer: string, code: number | null, signal: NodeJS.Signals | null): Verdict | null {
  if (code === 0) return parsed(answer);
  const outOfMemory = signal === 'SIGABRT' || signal === 'SIGTRAP' || signal === 'SIGILL' || code === 134;
  return signal === 'SIGKILL' || outOfMemory ? { clean: false, reason: 'too-complex' } : null;
}

function parsed(answer: string): Verdict | null {
  try {
    const verdict: unknown = JSON.parse(answer);
    return typeof verdict === 'object' && verdict !== null && 'clean' in verdict ? (verdict as Verdict) : null;
  } catch {
    return null;
  }
}
