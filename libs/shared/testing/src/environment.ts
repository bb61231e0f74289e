import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** What `start-postgres.mjs` hands to the specs. */
export interface TestEnvironment {
  readonly home: string;
  readonly port: number;
  readonly adminUrl: string;
  readonly passwords: { readonly owner: string; readonly app: string; readonly auditor: string };
  readonly template: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly api: { readonly dir: string; readonly failure?: string };
}

export function testEnvironment(): TestEnvironment {
  const json = process.env['WIR_TEST_POSTGRES'];
  if (!json) throw new Error('No test server: this spec must be named .db.spec.ts or lie in an e2e app');
  return JSON.parse(json) as TestEnvironment;
}

/** The checkout, found from wherever the specs run. */
export function workspaceRoot(): string {
  let folder = resolve(process.cwd());
  while (!existsSync(join(folder, 'nx.json'))) {
    if (folder === dirname(folder)) throw new Error('The specs must run inside the checkout');
    folder = dirname(folder);
  }
  return folder;
}

/** Node of the workspace: the machine's own may be older than the product needs. */
export function nodeProgram(): string {
  return join(workspaceRoot(), 'node_modules', '.bin', 'node');
}
