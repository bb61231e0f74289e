/** What a list shows; lives in the address and nowhere else. */
export interface TableQuery {
  readonly page: number;
  readonly pageSize: number;
  /** Field name, with a minus in front for descending. */
  readonly sort: string;
  readonly search: string;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

export interface TableOptions {
  readonly defaultSort: string;
  /** Query names that this list may be filtered by; others in the address are ignored. */
  readonly filters: readonly string[];
  /** Filters that apply while the address names none, for example the year of today. */
  readonly defaultFilters?: Readonly<Record<string, readonly string[]>>;
}

export const PAGE_SIZES = [50, 100, 200] as const;

/** Absent in the address means default; `null` takes a name out of the address. */
export type QueryParams = Record<string, string | null>;

interface ReadableParams {
  get(name: string): string | null;
}

export function parseTableQuery(params: ReadableParams, options: TableOptions): TableQuery {
  const filters: Record<string, readonly string[]> = {};
  for (const name of options.filters) {
    const written = params.get(name);
    const values =
      written === null ? (options.defaultFilters?.[name] ?? []) : written.split(',').filter((value) => value !== '');
    if (values.length > 0) filters[name] = values;
  }
  const pageSize = Number(params.get('pageSize'));
  return {
    page: Math.max(1, Math.trunc(Number(params.get('page'))) || 1),
    pageSize: PAGE_SIZES.find((size) => size === pageSize) ?? PAGE_SIZES[0],
    sort: params.get('sort') ?? options.defaultSort,
    search: params.get('search') ?? '',
    filters,
  };
}

export function toQueryParams(query: TableQuery, options: TableOptions): QueryParams {
  const params: QueryParams = {
    page: query.page > 1 ? String(query.page) : null,
    pageSize: query.pageSize === PAGE_SIZES[0] ? null : String(query.pageSize),
    sort: query.sort === options.defaultSort ? null : query.sort,
    search: query.search || null,
  };
  for (const name of options.filters)
    params[name] = writtenFilter(query.filters[name] ?? [], options.defaultFilters?.[name] ?? []);
  return params;
}

/** An emptied filter that has a default is written as empty, otherwise the default would come back. */
function writtenFilter(values: readonly string[], defaults: readonly string[]): string | null {
  if (values.join(',') === defaults.join(',')) return null;
  return values.join(',');
}

/** Ascending, descending, then ascending again: a list always has an order. */
export function nextSort(current: string, key: string): string {
  return current === key ? `-${key}` : key;
}

export function sortState(current: string, key: string): 'ascending' | 'descending' | null {
  if (current === key) return 'ascending';
  return current === `-${key}` ? 'descending' : null;
}

/** Filters or a search narrow the list: an empty answer then means "no hits", not "nothing there". */
export function isNarrowed(query: TableQuery): boolean {
  return query.search !== '' || Object.values(query.filters).some((values) => values.length > 0);
}
