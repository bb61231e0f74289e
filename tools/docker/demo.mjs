import { spawnSync } from 'node:child_process';

const [url = 'http://api:3000'] = process.argv.slice(2);
const now = process.env['WIR_NOW'] ? [process.env['WIR_NOW']] : [];
if (process.env['WIR_SEED'] === 'demo') {
  const { status } = spawnSync(process.execPath, ['tools/seed/demo.mjs', url, ...now], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
