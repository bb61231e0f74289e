/**
 * Becomes dist/api/main.mjs. The API needs Node 24; started by an older one it hands itself to the Node in
 * node_modules, so that `node dist/api/main.mjs` works wherever `npm start` does.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const WANTED_MAJOR = 24;
const local = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));

if (Number(process.versions.node.split('.')[0]) >= WANTED_MAJOR) {
  await import('./server.mjs');
} else if (existsSync(local)) {
  const { spawn } = await import('node:child_process');
  const child = spawn(local, [...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit' });
  let isAsked = false;
  const pass = (signal) => {
    isAsked = true;
    child.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass);
  child.once('exit', (code) => process.exit(code ?? (isAsked ? 0 : 1)));
} else {
  process.stderr.write(`Node ${process.versions.node} ist zu alt; gebraucht wird Node ${WANTED_MAJOR}.\n`);
  process.exitCode = 1;
}
