/** What every list answers; OpenAPI has no generics, so the generated pages spell it out one by one. */
export interface PageOf<T> {
  items: T[];
  total: number;
  page: number;
  pageSize: number;
}
