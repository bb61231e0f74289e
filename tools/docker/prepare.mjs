import { spawnSync } from 'node:child_process';
import { secretValue } from '../lib/secret-values.mjs';
import { keyFiles } from '../lib/secrets.mjs';

/** In containers what `npm start` does before the API: keys, schema, base data. Safe to run at every start. */
const dataDir = process.env['WIR_DATA_DIR'] ?? '/var/lib/wir';
const env = {
  ...process.env,
  ...keyFiles(dataDir, process.env),
  WIR_OWNER_DATABASE_URL: secretValue(process.env, 'WIR_OWNER_DATABASE_URL'),
};
for (const step of ['migrate', 'seed-base']) {
  const { status } = spawnSync(process.execPath, [`dist/api/${step}.mjs`], { env, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
