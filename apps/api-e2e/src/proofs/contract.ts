import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeProgram, testEnvironment, workspaceRoot, type TestDatabase } from '@wir/shared/testing';
import type { RouteRow } from '@wir/shared/api';
import { mintSessions, operationsOf, type Operation, type SignedIn } from './fuzzing';

/** The contract of the very bundle that is tested; that openapi.json is the same, `npm test` checks elsewhere. */
export function contractOfBuild(): { readonly document: object; readonly operations: readonly Operation[] } {
  const env = { ...process.env, NODE_NO_WARNINGS: '1', NODE_OPTIONS: '' };
  const main = join(testEnvironment().api.dir, 'main.mjs');
  const printed = execFileSync(nodeProgram(), [main, '--print-openapi'], { env, encoding: 'utf8', maxBuffer: 32e6 });
  const document = JSON.parse(printed.slice(printed.indexOf('{\n'))) as object;
  return { document, operations: operationsOf(document) };
}

/** The pinned matrix of routes and roles; that the code says the same, route-roles.spec.ts checks. */
export function pinnedMatrix(): readonly RouteRow[] {
  const file = join(workspaceRoot(), 'apps/api/src/route-roles.snapshot.json');
  return JSON.parse(readFileSync(file, 'utf8')) as readonly RouteRow[];
}

export function signedIn(database: Pick<TestDatabase, 'owner'>, emails: readonly string[]): Promise<SignedIn[]> {
  const keyText = readFileSync(String(testEnvironment().keys['WIR_JWT_KEY_FILE']), 'utf8');
  return mintSessions((sql, values) => database.owner.query(sql, values), keyText, emails);
}

/** All people of the demo who act for a municipality. */
export async function municipalPeople(database: Pick<TestDatabase, 'owner'>): Promise<SignedIn[]> {
  const { rows } = await database.owner.query<{ email: string }>(
    'SELECT email FROM identity.account WHERE applicant_id IS NOT NULL AND active ORDER BY email',
  );
  return signedIn(
    database,
    rows.map(({ email }) => email),
  );
}
