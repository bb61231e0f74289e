import { readFileSync } from 'node:fs';
import { SettingsError } from './settings-error';

type Environment = Readonly<Record<string, string | undefined>>;

/** Texts with a password in them. Keys are read by their own ring, which notices when they are exchanged. */
const READ_FROM_FILES = ['DATABASE_URL', 'WIR_OWNER_DATABASE_URL', 'WIR_SMTP_URL'];

/**
 * A secret comes as `X` or from the file that `X_FILE` names, as vaults mount it. Never both: nobody would know which of the
 * two an operator has just exchanged.
 */
export function withSecretFiles(environment: Environment): Environment {
  const isSet = (name: string): boolean => environment[name] !== undefined && environment[name] !== '';
  for (const name of Object.keys(environment)) {
    const plain = name.replace(/_FILE$/, '');
    if (plain !== name && isSet(name) && isSet(plain) && /^(WIR_|DATABASE_URL)/.test(name))
      throw new SettingsError(`Die Einstellungen ${plain} und ${name} schließen einander aus; bitte nur eine setzen.`);
  }
  const read = READ_FROM_FILES.filter((name) => isSet(`${name}_FILE`)).map((name) => [
    name,
    contentOf(`${name}_FILE`, environment[`${name}_FILE`] ?? ''),
  ]);
  return { ...environment, ...Object.fromEntries(read) };
}

function contentOf(setting: string, path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    throw new SettingsError(`Die Datei der Einstellung ${setting} ist nicht lesbar.`);
  }
}
