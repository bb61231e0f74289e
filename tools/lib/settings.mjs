import { isAbsolute, join } from 'node:path';
import { secretValue } from './secret-values.mjs';
import { Refusal } from './terminal.mjs';

/**
 * @typedef {object} Settings
 * @property {number} port
 * @property {string} dataDir absolute
 * @property {string | undefined} databaseUrl undefined = embedded PostgreSQL
 * @property {string | undefined} ownerDatabaseUrl for migrations when `databaseUrl` is the API's own role
 * @property {'demo' | 'production'} mode
 * @property {'demo' | 'base' | 'none'} seed
 * @property {string | undefined} now where the clock starts
 * @property {'fs'} files
 */

/** The demo's clock stands here unless WIR_NOW says otherwise. */
export const DEMO_NOW = '2026-03-02T09:00:00+01:00';

/**
 * Reads and checks everything the launcher is told. A wrong value ends the start before anything is touched.
 *
 * @param {Record<string, string | undefined>} env
 * @param {string} root the checkout; a relative data folder lies in it
 * @returns {Settings}
 */
export function readSettings(env, root) {
  const text = (name) => env[name]?.trim() || undefined;
  const mode = oneOf('WIR_MODE', text('WIR_MODE') ?? 'demo', ['demo', 'production']);
  const seed = oneOf('WIR_SEED', text('WIR_SEED') ?? (mode === 'demo' ? 'demo' : 'none'), ['demo', 'base', 'none']);
  const now = text('WIR_NOW');
  if (mode === 'production' && seed === 'demo') {
    throw new Refusal(
      `WIR_SEED=${seed} legt Demo-Zugänge an und passt nicht zu WIR_MODE=production; erlaubt sind »base« und »none«.`,
    );
  }
  if (mode === 'production' && now !== undefined) {
    throw new Refusal('WIR_NOW stellt die Uhr und ist in WIR_MODE=production nicht erlaubt.');
  }
  const files = oneOf('WIR_FILES', text('WIR_FILES') ?? 'fs', ['fs', 's3']);
  if (files === 's3') {
    throw new Refusal(
      'WIR_FILES=»s3« wird noch nicht unterstützt; erlaubt ist zurzeit nur »fs« (Ablage in WIR_DATA_DIR).',
    );
  }
  const dataDir = text('WIR_DATA_DIR') ?? '.data';
  return {
    port: port(text('PORT') ?? '3000'),
    dataDir: isAbsolute(dataDir) ? dataDir : join(root, dataDir),
    databaseUrl: databaseUrl('DATABASE_URL', secretValue(env, 'DATABASE_URL')),
    ownerDatabaseUrl: databaseUrl('WIR_OWNER_DATABASE_URL', secretValue(env, 'WIR_OWNER_DATABASE_URL')),
    mode,
    seed,
    now: mode === 'demo' ? moment(now ?? DEMO_NOW) : undefined,
    files,
  };
}

/** @template {string} T @param {string} name @param {string} value @param {readonly T[]} allowed @returns {T} */
function oneOf(name, value, allowed) {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new Refusal(`${name}=»${value}« ist ungültig; erlaubt sind: ${allowed.join(', ')}.`);
  return found;
}

function port(value) {
  const number = Number(value);
  if (/^\d{1,5}$/.test(value) && number >= 1 && number <= 65_535) return number;
  throw new Refusal(`PORT=»${value}« ist ungültig; erlaubt ist eine ganze Zahl von 1 bis 65535.`);
}

function databaseUrl(name, value) {
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && /^postgres(ql)?:$/.test(url.protocol) && url.hostname && url.pathname.length > 1) return value;
  throw new Refusal(
    `${name} ist keine gültige Adresse; erwartet wird postgres://name:passwort@rechner:5432/datenbank.`,
  );
}

function moment(value) {
  const pattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
  if (pattern.test(value) && !Number.isNaN(Date.parse(value))) return value;
  throw new Refusal(`WIR_NOW=»${value}« ist ungültig; erwartet wird ein Zeitpunkt mit Zone, etwa ${DEMO_NOW}.`);
}
