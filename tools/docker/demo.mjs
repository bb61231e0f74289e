import { spawnSync } from 'node:child_process';

const [url = 'http://api:3000'] = process.argv.slice(2);
if (process.env['WIR_SEED'] === 'demo') {
  const { status } = spawnSync(process.execPath, ['tools/seed/demo.mjs', url, process.env['WIR_NOW'] ?? ''], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
