import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inRoot, root } from './root.mjs';

/** Children that still run; whoever ends early ends them with it. */
const running = new Set();

/** @param {string} name @returns {string} a program of node_modules/.bin, or the name itself */
export function program(name) {
  const local = inRoot('node_modules', '.bin', name);
  return existsSync(local) ? local : name;
}

/** Node 24 of the workspace. @returns {string} */
export const node = () => program('node');

/**
 * Starts a child in a process group of its own, so that all it starts can be ended with it.
 *
 * @param {string} name
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {import('node:child_process').ChildProcess}
 */
export function start(name, args, options = {}) {
  const child = spawn(program(name), args, { cwd: root, detached: true, ...options });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** @param {NodeJS.Signals} [signal] @returns {void} */
export function endAll(signal = 'SIGTERM') {
  for (const child of running) endGroup(child, signal);
}

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal @returns {void} */
export function endGroup(child, signal) {
  try {
    if (child.pid) process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}

/**
 * Runs a program to its end and keeps what it writes.
 *
 * @param {string} name
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runCaptured(name, args, env = {}) {
  return new Promise((resolve) => {
    const child = start(name, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => chunks.push(chunk));
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8').trim() }));
  });
}

/**
 * Runs a program to its end with its output on the terminal.
 *
 * @param {string} name
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<number>}
 */
export function runVisible(name, args, env = {}) {
  return new Promise((resolve) => {
    const child = start(name, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', () => resolve(127));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
