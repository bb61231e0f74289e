import { IntField, TextField } from './fields';
import { ListField } from './nested-fields';

type Constructor<T> = new () => T;

/** Query of every list; the subclass adds `sort` and its filters. */
export class PageQueryDto {
  @IntField({ min: 1, max: 100_000, optional: true, fromQuery: true }) page: number = 1;
  @IntField({ min: 1, max: 200, optional: true, fromQuery: true }) pageSize: number = 50;
  @TextField({ max: 200, optional: true }) search?: string;
}

export interface Page<T> {
  items: T[];
  total: number;
  page: number;
  pageSize: number;
}

/** `class ApplicationPageDto extends pageOf(ApplicationListItemDto) {}` */
export function pageOf<T extends object>(type: Constructor<T>): Constructor<Page<T>> {
  class PageDto implements Page<T> {
    @ListField(() => type) items!: T[];
    @IntField({ min: 0 }) total!: number;
    @IntField({ min: 1 }) page!: number;
    @IntField({ min: 1 }) pageSize!: number;
  }
  return PageDto;
}

export function windowOf(query: PageQueryDto): { limit: number; offset: number } {
  return { limit: query.pageSize, offset: (query.page - 1) * query.pageSize };
}

/**
 * The ORDER BY list of `sort`: only columns of the table given, never text of the request.
 * The last column makes the order total, so that no row changes pages.
 */
export function orderBy(
  sort: string | undefined,
  columns: Readonly<Record<string, string>>,
  fallback: string,
  unique: string,
): string {
  if (sort === undefined) return `${fallback}, ${unique}`;
  const descending = sort.startsWith('-');
  const column = columns[descending ? sort.slice(1) : sort];
  if (column === undefined) throw new Error(`No column for sort ${sort}`);
  return `${column} ${descending ? 'DESC NULLS LAST' : 'ASC NULLS LAST'}, ${unique}`;
}

/** A search text for ILIKE: wildcards of the user are plain characters. */
export function likePattern(search: string | undefined): string | null {
  if (search === undefined || search.trim() === '') return null;
  return `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`;
}
