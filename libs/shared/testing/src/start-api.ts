import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { nodeProgram, testEnvironment, workspaceRoot } from './environment';
import { apiSettings, type TestDatabase } from './test-database';

export interface StartApiOptions {
  /** 0 lets the system choose, so that many specs can run side by side. */
  readonly port?: number;
  /** Settings that differ from those of the tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface RunningApi {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** What the process wrote so far, for the message of a failing test. */
  output(): string;
  stop(): Promise<void>;
}

const BOOT_PATIENCE_MS = 30_000;

/** Starts one API process as in operation. Two on the same database are two calls. */
export async function startApi(
  database: Pick<TestDatabase, 'urls' | 'dataDir'>,
  options: StartApiOptions = {},
): Promise<RunningApi> {
  const { api } = testEnvironment();
  const main = join(api.dir, 'main.mjs');
  if (api.failure) throw new Error(`The API does not build: ${api.failure}`);
  if (!existsSync(main)) throw new Error(`There is no ${main}`);
  const guard = pathToFileURL(join(workspaceRoot(), 'tools/lib/exit-with-parent.mjs')).href;
  const child = spawn(nodeProgram(), ['--import', guard, main], {
    cwd: workspaceRoot(),
    env: { ...apiSettings(database.urls, database.dataDir), PORT: String(options.port ?? 0), ...options.settings },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('The API was started without pipes');
  const lines: string[] = [];
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  createInterface({ input: stderr }).on('line', (line) => lines.push(line));

  const port = await new Promise<number>((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`The API ${why}:\n${lines.slice(-40).join('\n')}`));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail(`did not listen within ${BOOT_PATIENCE_MS / 1_000} s`);
    }, BOOT_PATIENCE_MS);
    createInterface({ input: stdout }).on('line', (line) => {
      lines.push(line);
      const announced = announcedPort(line);
      if (announced === undefined) return;
      clearTimeout(timer);
      resolve(announced);
    });
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      fail(`ended with ${code ?? signal} before it listened`);
    });
  });

  return {
    port,
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    output: () => lines.join('\n'),
    async stop(): Promise<void> {
      child.kill('SIGTERM');
      const insist = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(insist);
    },
  };
}

function announcedPort(line: string): number | undefined {
  if (!line.includes('"listening"')) return undefined;
  try {
    const { msg, port } = JSON.parse(line) as { msg?: unknown; port?: unknown };
    return msg === 'listening' && typeof port === 'number' ? port : undefined;
  } catch {
    return undefined;
  }
}
