/** PostgreSQL writes moments inside JSON with an offset; answers carry ISO 8601 in UTC. */
export function momentOf(text: string): string {
  return new Date(text).toISOString();
}

/** What a municipality reads where the authority reads a person. */
const AUTHORITY = 'Bewilligungsbehörde';

/** Names of people of the authority stay inside it. */
export function staffName(name: string | null, readerIsStaff: boolean): string {
  return readerIsStaff ? (name ?? '') : AUTHORITY;
}
