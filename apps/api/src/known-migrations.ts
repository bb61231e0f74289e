/** Names of all migrations this program knows. Loaded on the first question: most of it is SQL that no request needs. */
export async function knownMigrations(): Promise<readonly string[]> {
  const { MIGRATIONS } = await import('../../../migrations');
  return MIGRATIONS.map(({ name }) => name);
}
