import {
  TableOptions,
  TableQuery,
  isNarrowed,
  nextSort,
  parseTableQuery,
  sortState,
  toQueryParams,
} from './table-query';

const OPTIONS: TableOptions = {
  defaultSort: '-updatedAt',
  filters: ['state', 'year'],
  defaultFilters: { year: ['2026'] },
};

function parse(address: string): TableQuery {
  return parseTableQuery(new URLSearchParams(address), OPTIONS);
}

/** What the router would write into the address. */
function write(query: TableQuery): string {
  const entries = Object.entries(toQueryParams(query, OPTIONS)).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  return new URLSearchParams(entries).toString();
}

describe('the address of a list', () => {
  it('means the defaults when it says nothing', () => {
    expect(parse('')).toEqual({ page: 1, pageSize: 50, sort: '-updatedAt', search: '', filters: { year: ['2026'] } });
  });

  it('holds page, order, search and filters', () => {
    expect(parse('page=3&pageSize=100&sort=caseNumber&search=Kassel&state=DRAFT,SUBMITTED&year=2027')).toEqual({
      page: 3,
      pageSize: 100,
      sort: 'caseNumber',
      search: 'Kassel',
      filters: { state: ['DRAFT', 'SUBMITTED'], year: ['2027'] },
    });
  });

  it('is not fooled by nonsense', () => {
    expect(parse('page=-4&pageSize=7&foo=bar')).toEqual(parse(''));
    expect(parse('page=abc').page).toBe(1);
  });

  it('stays short: defaults are not written', () => {
    expect(write(parse(''))).toBe('');
    expect(write(parse('page=2&state=DRAFT'))).toBe('page=2&state=DRAFT');
  });

  it('remembers that a default filter was taken away', () => {
    const cleared: TableQuery = { ...parse(''), filters: {} };

    expect(write(cleared)).toBe('year=');
    expect(parse('year=').filters).toEqual({});
  });

  it.each(['page=2&sort=caseNumber', 'search=M%C3%BCller&state=A%2CB', 'pageSize=200&year=2028'])(
    'gives the same list again: %s',
    (address) => {
      expect(parse(write(parse(address)))).toEqual(parse(address));
    },
  );
});

describe('sorting a column', () => {
  it('goes up first, then down, then up again', () => {
    expect(nextSort('-updatedAt', 'caseNumber')).toBe('caseNumber');
    expect(nextSort('caseNumber', 'caseNumber')).toBe('-caseNumber');
    expect(nextSort('-caseNumber', 'caseNumber')).toBe('caseNumber');
  });

  it('is told to screen readers by aria-sort', () => {
    expect(sortState('-caseNumber', 'caseNumber')).toBe('descending');
    expect(sortState('caseNumber', 'caseNumber')).toBe('ascending');
    expect(sortState('caseNumber', 'state')).toBeNull();
  });
});

describe('an empty list', () => {
  it('is told apart by whether something narrows it', () => {
    expect(isNarrowed({ ...parse(''), filters: {} })).toBe(false);
    expect(isNarrowed(parse('search=x'))).toBe(true);
    expect(isNarrowed(parse('state=DRAFT'))).toBe(true);
  });
});
