import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, root } from '../lib/root.mjs';
import { EXCHANGEABLE_KEYS, exchangeKey } from '../lib/secrets.mjs';
import { readSettings } from '../lib/settings.mjs';
import { Refusal, say } from '../lib/terminal.mjs';

const USE = `npm run keys -- list | rotate <${EXCHANGEABLE_KEYS.map((name) => name.replace('-key', '')).join(' | ')}>`;

/** What was made with them is renewed when its owner signs in, not when the key changes. */
const LASTING = ['pepper-key', 'field-key'];

/**
 * `npm run keys -- list` and `npm run keys -- rotate jwt`. A rotated key is used by all running processes within a
 * second; the one before stays accepted until the next rotation (docs/operations/rotation.md).
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
export async function run([verb, name, drop]) {
  if (existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'));
  if (verb === 'list') {
    for (const each of EXCHANGEABLE_KEYS) say(describe(each));
    return 0;
  }
  if (verb !== 'rotate' || name === undefined) throw new Refusal(`Gebraucht wird: ${USE}`, 2);
  const key = EXCHANGEABLE_KEYS.find((each) => each === name || each === `${name}-key`);
  if (key === undefined) throw new Refusal(`Den Schlüssel »${name}« gibt es hier nicht. ${USE}`, 2);
  const file = fileOf(key);
  if (!existsSync(file)) throw new Refusal(`${file} fehlt; es gibt nichts zu wechseln.`);
  const before = versionsOf(file);
  if (before.length > 1 && LASTING.includes(key) && drop !== '--drop')
    throw new Refusal(
      `${key} hat schon zwei Fassungen. Wer sich seit dem letzten Wechsel nicht angemeldet hat, käme mit ${before[1]} nicht mehr hinein; wenn das sein soll: --drop anhängen.`,
    );
  exchangeKey(file);
  say(describe(key));
  if (before.length > 1) say(`  Nicht mehr angenommen wird die Fassung ${before[1]}.`);
  return 0;
}

/** @param {string} name @returns {string} where the setting says, else where `npm start` keeps it */
function fileOf(name) {
  const variable = `WIR_${name.replace('-', '_').toUpperCase()}_FILE`;
  const { dataDir } = readSettings(process.env, root);
  return process.env[variable] || join(dataDir, 'secrets', `${name}.txt`);
}

/** @param {string} file @returns {string[]} ids of its versions, as in the header of tokens; never the key itself */
export function versionsOf(file) {
  const versions = readFileSync(file, 'utf8').split(/\s+/).filter(Boolean);
  return versions.map((text) => createHash('sha256').update(Buffer.from(text, 'base64url')).digest('hex').slice(0, 16));
}

function describe(name) {
  const file = fileOf(name);
  if (!existsSync(file)) return `${name}: keine Datei (${file})`;
  const [current, former] = versionsOf(file);
  const since = statSync(file).mtime.toISOString().slice(0, 10);
  return `${name}: ${current} seit ${since}${former ? `, angenommen wird auch ${former}` : ''}`;
}
