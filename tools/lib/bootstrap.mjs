import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freeBytes, gigabytes } from './disk.mjs';
import { onOrphaned } from './orphaned.mjs';
import { isAlive } from './processes.mjs';
import { inRoot, root } from './root.mjs';
import { Refusal, say, step } from './terminal.mjs';

const MODULES = inRoot('node_modules');
const STAMP = join(MODULES, '.wir-installed');
/** Holds the pid of the npm that installs; its presence without that process means: broken off half-way. */
const RUNNING = join(MODULES, '.wir-installing');
const NODE = join(MODULES, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
const WANTED_MAJOR = 24;
const INSTALL_BYTES = 2.5e9;

/**
 * Brings packages and Node 24 into place, then hands the command over to that Node.
 *
 * @returns {Promise<boolean>} true in the process that is to do the work; false when a child has done it
 */
export async function bootstrap() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) throw new Refusal(`Node ${process.versions.node} ist zu alt; gebraucht wird mindestens Node 20.`);
  if (!isInstalled()) await install();
  process.env['PATH'] = [join(MODULES, '.bin'), process.env['PATH']].join(delimiter);
  if (major >= WANTED_MAJOR) return true;
  if (!existsSync(NODE))
    throw new Refusal('Node 24 fehlt in node_modules; bitte node_modules löschen und neu starten.');
  process.exitCode = await handOver();
  return false;
}

/** @returns {string} changes exactly when the packages do */
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');

function isInstalled() {
  if (!existsSync(join(MODULES, '.bin')) || existsSync(RUNNING)) return false;
  if (existsSync(STAMP)) return readFileSync(STAMP, 'utf8') === lockHash();
  // Installed by hand: npm writes this file at the very end, so it is there and newer only after a complete run.
  const written = join(MODULES, '.package-lock.json');
  if (!existsSync(written) || statSync(written).mtimeMs < statSync(inRoot('package-lock.json')).mtimeMs) return false;
  writeFileSync(STAMP, lockHash());
  return true;
}

async function install() {
  while (someoneElseInstalls()) await delay(1000);
  if (isInstalled()) return;
  const free = freeBytes(root);
  if (free < INSTALL_BYTES) {
    throw new Refusal(
      `Zu wenig Platz für die Pakete: frei sind ${gigabytes(free)}, gebraucht werden ${gigabytes(INSTALL_BYTES)}.`,
    );
  }
  // npm does not reliably repair what it left half-done; from its own cache a clean start is quick.
  if (existsSync(RUNNING)) rmSync(MODULES, { recursive: true, force: true });
  mkdirSync(MODULES, { recursive: true });
  writeFileSync(RUNNING, '');
  rmSync(STAMP, { force: true });
  await step('Pakete werden installiert (nur beim ersten Mal, ein bis drei Minuten)', npmInstall);
  writeFileSync(STAMP, lockHash());
  rmSync(RUNNING, { force: true });
}

function someoneElseInstalls() {
  if (!existsSync(RUNNING)) return false;
  const pid = Number(readFileSync(RUNNING, 'utf8'));
  return pid !== process.pid && pid > 0 && isAlive(pid);
}

/** The committed lock by `npm install`: `npm ci` fails where a registry lacks packages of other systems. */
function npmInstall() {
  const npm = process.env['npm_execpath'];
  const viaNode = npm !== undefined && /\.c?js$/.test(npm);
  const args = ['install', '--no-audit', '--no-fund', '--no-save', '--loglevel=error'];
  return new Promise((resolve, reject) => {
    // A package that counts installations asks this variable first.
    const env = { ...process.env, SCARF_ANALYTICS: 'false' };
    const child = viaNode
      ? spawn(process.execPath, [npm, ...args], { cwd: root, env, stdio: 'inherit' })
      : spawn('npm', args, { cwd: root, env, stdio: 'inherit', shell: process.platform === 'win32' });
    if (child.pid) writeFileSync(RUNNING, String(child.pid));
    const stop = () => {
      child.kill('SIGTERM');
      process.exit(130);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.once(signal, stop);
    child.once('error', () => reject(new Refusal('npm wurde nicht gefunden; es muss im PATH liegen.')));
    child.once('exit', (code) => {
      for (const signal of signals) process.off(signal, stop);
      if (code === 0) resolve(undefined);
      else reject(new Refusal(`npm install ist gescheitert (${code}), siehe oben. Ein neuer Versuch setzt fort.`));
    });
  });
}

/** Runs the same command under Node 24 and passes on what happens to this process. */
function handOver() {
  return new Promise((resolve) => {
    const child = spawn(NODE, process.argv.slice(1), {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      shell: process.platform === 'win32',
    });
    const pass = (signal) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass);
    onOrphaned(() => pass('SIGTERM'));
    child.once('error', (error) => {
      say(`✗ Node 24 startet nicht: ${error.message}`);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
