/** Seed of a property test: SEED from the environment, else the clock; printed so that a failure can be repeated. */
export function propertySeed(title: string): number {
  const seed = Number(process.env['SEED'] ?? Date.now() % 2_147_483_647);
  process.stdout.write(`${title}: SEED=${seed}\n`);
  return seed;
}
