import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { runCaptured, runVisible } from '../child.mjs';
import { inRoot } from '../root.mjs';
import { ofCheck, ofJest } from './results.mjs';

/**
 * @typedef {import('./results.mjs').Counts} Counts
 * @typedef {object} Stage
 * @property {string} name what `npm test -- <name>` selects
 * @property {string} title
 * @property {() => Promise<Counts>} run
 * @property {readonly string[]} [needs] stages without which this one cannot run
 */

/** What a developer's shell sets must not decide a test. */
const NEUTRAL = {
  ...Object.fromEntries(
    Object.keys(process.env)
      .filter(isSetting)
      .map((name) => [name, undefined]),
  ),
  NODE_ENV: 'test',
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NG_CLI_ANALYTICS: 'false',
};

function isSetting(name) {
  return name === 'PORT' || name === 'DATABASE_URL' || name.startsWith('WIR_');
}

/** @param {string} name @param {string} title @param {string} program @param {readonly string[]} args @returns {Stage} */
function check(name, title, program, args, needs = []) {
  return { name, title, needs, run: async () => ofCheck(await runVisible(program, args, NEUTRAL)) };
}

/** @param {string} project @param {string} title @param {readonly string[]} [needs] @returns {Stage} */
function jest(project, title, needs = []) {
  const report = inRoot('tmp', 'test-results', `${project}.json`);
  const workers = `--maxWorkers=${Math.max(1, Math.min(cpus().length, 8))}`;
  const args = ['--selectProjects', project, workers, '--json', `--outputFile=${report}`];
  const run = async () => {
    mkdirSync(inRoot('tmp', 'test-results'), { recursive: true });
    rmSync(report, { force: true });
    return ofJest(await runJest(args), report);
  };
  return { name: project, title, needs, run };
}

/** With `--outputFile` Jest prints its report on stderr and only a note about the file on stdout. */
const runJest = (args) => runVisible('jest', args, NEUTRAL);

/** The fixed order: what is quick and cheap to mend first. @returns {readonly Stage[]} */
export function stages() {
  const all = [
    check('format', 'Format (prettier)', 'prettier', ['--check', '--log-level=warn', '.']),
    check('lint', 'Lint and boundaries (eslint)', 'eslint', ['.']),
    check('types', 'Types of API, libs, tools (tsc)', 'tsc', ['-p', 'tsconfig.typecheck.json']),
    check('types-console', 'Types of the console (ngc)', 'ngc', ['-p', 'tsconfig.typecheck-console.json']),
    check('redos', 'Regular expressions (recheck)', 'node', ['tools/checks/redos.mjs']),
    check('compose', 'docker-compose.yml', 'node', ['tools/checks/compose.mjs']),
    check('secrets', 'No secrets in tracked files', 'node', ['tools/checks/secrets.mjs']),
    check('supply-chain', 'Packages: origin, licences, parts list', 'node', ['tools/checks/supply-chain.mjs']),
    check('build-api', 'Build of the API', 'node', ['tools/build-api.mjs']),
    check('openapi', 'openapi.json is up to date', 'node', ['tools/run.mjs', 'openapi', '--check'], ['build-api']),
    jest('unit', 'Unit tests'),
    jest('db', 'Database tests'),
    jest('console', 'Console tests'),
    check('build-console', 'Build of the console', 'node', ['tools/checks/build-console.mjs']),
    jest('http', 'HTTP tests', ['build-api']),
    jest('browser', 'Browser tests', ['build-api', 'build-console']),
  ];
  return existsSync(inRoot('.git')) ? [...all.slice(0, 5), commitMessages(), ...all.slice(5)] : all;
}

/** @returns {Stage} every message of the branch, or of the part of it that a shallow clone has */
function commitMessages() {
  const run = async () => {
    const { output } = await runCaptured('git', ['rev-list', '--max-parents=0', 'HEAD']);
    return ofCheck(await runVisible('commitlint', ['--from', output.split('\n').at(-1) ?? ''], NEUTRAL));
  };
  return { name: 'commits', title: 'Commit messages (commitlint)', run };
}
