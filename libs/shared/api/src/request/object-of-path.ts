import { UUID_PATTERN } from './id-param';

/** What an address speaks of, in the words of the trail: `/api/v1/notices/…/signature` is a NOTICE with this id. */
export interface AddressedObject {
  readonly objectType: string;
  readonly objectId: string;
}

const IRREGULAR: Readonly<Record<string, string>> = { 'conflicts-of-interest': 'CONFLICT_OF_INTEREST', me: 'ACCOUNT' };
const LONGEST_ID = 100;

export function objectOfPath(path: string): AddressedObject {
  const segments = path.split('/').filter((part) => part !== '' && part !== 'api' && part !== 'v1');
  const [collection = 'portal', ...rest] = segments;
  const id = rest.find((part) => UUID_PATTERN.test(part)) ?? rest[0] ?? '-';
  return { objectType: typeOf(collection), objectId: id.slice(0, LONGEST_ID) };
}

function typeOf(collection: string): string {
  return IRREGULAR[collection] ?? collection.replace(/s$/, '').replaceAll('-', '_').toUpperCase();
}
