import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { inRoot } from '../lib/root.mjs';

/** What the composition promises; Docker itself is not needed to check it. */
const compose = parse(readFileSync(inRoot('docker-compose.yml'), 'utf8'), { merge: true });
const services = Object.entries(compose.services ?? {});
const volumes = Object.keys(compose.volumes ?? {});
const findings = [];
const expect = (holds, finding) => {
  if (!holds) findings.push(finding);
};

for (const name of ['database', 'prepare', 'api', 'demo', 'console']) {
  expect(name in (compose.services ?? {}), `service ${name} is missing`);
}
expect(/^postgres:18(\D|$)/.test(compose.services?.database?.image ?? ''), 'the database is not PostgreSQL 18');
for (const [name, service] of services) {
  const runsOnce = service.restart === 'no';
  expect(runsOnce || service.healthcheck, `service ${name} has no health check`);
  expect(service.image || service.build, `service ${name} has neither image nor build`);
  for (const other of Object.keys(service.depends_on ?? {})) {
    expect(other in compose.services, `service ${name} waits for ${other}, which does not exist`);
  }
  for (const mount of service.volumes ?? []) {
    const source = typeof mount === 'string' ? mount.split(':')[0] : mount.source;
    expect(source.startsWith('.') || volumes.includes(source), `service ${name} uses the undeclared volume ${source}`);
  }
}
expect(volumes.length > 0, 'there is no named volume');
expect(
  services.filter(([, service]) => service.ports).length === 1,
  'there must be one origin: one service with ports',
);

process.stdout.write(
  findings.length === 0 ? 'docker-compose.yml holds what it promises\n' : `${findings.join('\n')}\n`,
);
process.exitCode = findings.length === 0 ? 0 : 1;
