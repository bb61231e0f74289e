import type { Party } from '@wir/identity/domain';
import type { ReadTx } from '@wir/shared/api';

/** An account of one's own authority or municipality, with its own roles. */
export interface NamedParty extends Party {
  readonly name: string;
}

const PARTIES = 'SELECT identity.parties($1::uuid[]) AS parties';
const COLLEAGUES = 'SELECT identity.colleagues($1) AS parties';

interface Row {
  readonly parties: NamedParty[] | null;
}

/** Those of the given accounts the actor may know of; the others are not in the list. */
export async function partiesOf(tx: ReadTx, accountIds: readonly string[]): Promise<NamedParty[]> {
  const row = await tx.queryOne<Row>(PARTIES, [accountIds]);
  return row?.parties ?? [];
}

/** Active accounts of the same body, the asked one among them; null when the actor may not know of it. */
export async function colleaguesOf(tx: ReadTx, accountId: string): Promise<NamedParty[] | null> {
  const row = await tx.queryOne<Row>(COLLEAGUES, [accountId]);
  return row?.parties ?? null;
}
