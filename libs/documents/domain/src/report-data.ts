import type { TableRow } from './letter-data';

export interface ReportTable {
  readonly caption: string;
  readonly columns: readonly string[];
  /** Right-aligned columns, in the order of `columns`. */
  readonly numeric: readonly boolean[];
  readonly dense: boolean;
  readonly rows: readonly TableRow[];
}

/** A report of tables, as text ready to print (accessible PDF, landscape). */
export interface TableReportData {
  readonly title: string;
  readonly author: string;
  readonly intro: readonly string[];
  readonly sections: readonly { readonly heading: string; readonly tables: readonly ReportTable[] }[];
}
