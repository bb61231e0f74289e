import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Who runs the server. PostgreSQL refuses to run as root, so root hands it to an account that already exists
 * (no account is created on somebody's machine).
 *
 * @typedef {{ uid: number, gid: number } | undefined} Account
 */

/** @returns {Account} undefined when the current user may run PostgreSQL itself */
export function serverAccount() {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const fields = lines.map((line) => line.split(':')).find(([user]) => user === name);
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error('PostgreSQL läuft nicht als root und es gibt weder das Konto »postgres« noch »nobody«.');
}

/** @param {string} path @param {NonNullable<Account>} account @returns {boolean} whether the account can walk to the path */
function canReach(path, { uid, gid }) {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid: owner, gid: group } = statSync(folder);
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/**
 * How to start a server program: directly, or as another account. A checkout below /root or in a private temporary
 * folder is closed to that account; then the program keeps the one capability it needs to walk there.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {readonly string[]} paths that the program must reach
 * @returns {{ command: string, args: string[], options: { uid?: number, gid?: number } }}
 */
export function asServerAccount(program, args, paths) {
  const account = serverAccount();
  if (!account) return { command: program, args: [...args], options: {} };
  if ([program, ...paths].every((path) => canReach(path, account))) {
    return { command: program, args: [...args], options: account };
  }
  const privileges = [
    `--reuid=${account.uid}`,
    `--regid=${account.gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ];
  try {
    execFileSync('setpriv', [...privileges, 'true'], { stdio: 'ignore' });
  } catch {
    throw new Error(
      `PostgreSQL läuft nicht als root und erreicht »${paths[0] ?? program}« nicht. Bitte als normaler Benutzer starten oder in einen Ordner legen, den andere Konten betreten dürfen.`,
    );
  }
  return { command: 'setpriv', args: [...privileges, program, ...args], options: {} };
}
