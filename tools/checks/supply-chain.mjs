import { readFileSync } from 'node:fs';
import { runCaptured } from '../lib/child.mjs';
import { inRoot } from '../lib/root.mjs';
import { licenceFindings, originFindings, scriptFindings } from '../lib/supply/packages.mjs';
import { writeSbom } from '../commands/sbom.mjs';

/** Where packages come from, under which licences, what they may run, and that a parts list can be made of them. */
const lock = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'));
const findings = [...originFindings(lock), ...licenceFindings(lock), ...scriptFindings(lock)];

const flags = ['--validate-https', '--validate-integrity', '--allowed-hosts', 'npm'];
const lint = await runCaptured('lockfile-lint', ['--path', inRoot('package-lock.json'), '--type', 'npm', ...flags]);
if (lint.code !== 0) findings.push(lint.output);

const bom = await writeSbom(inRoot('tmp/sbom.cdx.json'), true);
const listed = new Set(bom.components.map(({ purl }) => decodeURIComponent(purl ?? '')));
const runtime = Object.keys(JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).dependencies);
for (const name of runtime) {
  const version = lock.packages[`node_modules/${name}`]?.version;
  if (![...listed].some((purl) => purl.startsWith(`pkg:npm/${name}@${version}`)))
    findings.push(`${name}@${version} is missing in the parts list`);
}

const count = Object.keys(lock.packages).length - 1;
process.stdout.write(
  findings.length === 0
    ? `${count} packages: origin, licences and install scripts as agreed; parts list with ${listed.size} components\n`
    : `${findings.join('\n')}\n`,
);
process.exitCode = findings.length === 0 ? 0 : 1;
