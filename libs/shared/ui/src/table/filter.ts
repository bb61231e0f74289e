/** One filter of a list; `name` is the query name of the API. */
export interface Filter {
  readonly name: string;
  /** Text key of what is filtered. */
  readonly label: string;
  readonly options: readonly FilterOption[];
  /** One value at most, for what the API compares with one. */
  readonly single?: boolean;
}

export interface FilterOption {
  readonly value: string;
  /** Shown as it is; translate before. */
  readonly label: string;
}
