import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeLock } from './instance-lock.mjs';

const NO_PROCESS = 2 ** 22 + 1;

describe('the lock of a data folder', () => {
  let folder = '';
  const file = (): string => join(folder, 'launcher.lock');
  const leaveLock = (pid: number): void => writeFileSync(file(), JSON.stringify({ pid, port: 3000, state: 'running' }));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is taken and given back', async () => {
    const lock = await takeLock(folder, 3000);
    expect(existsSync(file())).toBe(true);

    lock.release();

    expect(existsSync(file())).toBe(false);
  });

  it('refuses while another launcher runs and says where', async () => {
    leaveLock(process.ppid);

    const second = takeLock(folder, 3000, { patienceMs: 0, isOurs: () => true });

    await expect(second).rejects.toThrow(`http://localhost:3000 (Prozess ${process.ppid}`);
  });

  it.each([
    ['whose process is gone', (): void => leaveLock(NO_PROCESS)],
    ['whose number another program got', (): void => leaveLock(process.ppid)],
    ['that was cut off while it was written', (): void => writeFileSync(file(), '{"pid":')],
  ])('takes over a lock %s', async (_which, leave) => {
    leave();

    const lock = await takeLock(folder, 3000, { patienceMs: 0, isOurs: () => false });

    lock.release();
  });
});
