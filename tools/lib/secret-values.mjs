import { readFileSync } from 'node:fs';
import { Refusal } from './terminal.mjs';

/**
 * A secret of the environment: `X`, or the content of the file that `X_FILE` names, as vaults mount it; never both.
 *
 * @param {Record<string, string | undefined>} env
 * @param {string} name
 * @returns {string | undefined}
 */
export function secretValue(env, name) {
  const value = env[name]?.trim() || undefined;
  const file = env[`${name}_FILE`]?.trim() || undefined;
  if (file === undefined) return value;
  if (value !== undefined) throw new Refusal(`${name} und ${name}_FILE schließen einander aus; bitte nur eine setzen.`);
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new Refusal(`Die Datei der Einstellung ${name}_FILE ist nicht lesbar.`);
  }
}
