import { Injectable } from '@nestjs/common';
import { MINISTRY_LETTERHEAD } from '@wir/documents/domain';
import { PdfRenderer } from '@wir/documents/api';
import { FileAnswer, Transactions, type CurrentRequest } from '@wir/shared/api';
import { berlinDay, formatGermanDate } from '@wir/shared/kernel';
import { BudgetQueries } from '../data/budget.queries';
import { CaseFiguresQueries } from '../data/case-figures.queries';
import { TransferQueries } from '../data/transfer.queries';
import type { TransferQueryDto } from '../transfer.dto';
import { authorisationSheet, bookingSheet, caseSheet, yearSheet, type BudgetReport } from './budget-report';
import type { BudgetExportQueryDto } from './export.dto';
import { toCsv, toReportData, toXlsx } from './report-files';

const MAX_BOOKINGS = 5_000;
const MEDIA = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;

/** The cockpit as a file: the same filter, the same moment, the same figures to the cent. */
@Injectable()
export class ExportBudget {
  constructor(
    private readonly transactions: Transactions,
    private readonly budget: BudgetQueries,
    private readonly caseFigures: CaseFiguresQueries,
    private readonly transfers: TransferQueries,
    private readonly renderer: PdfRenderer,
  ) {}

  async execute(request: CurrentRequest, query: BudgetExportQueryDto): Promise<FileAnswer> {
    const { report, at } = await this.collect(request, query);
    const day = berlinDay(at);
    const name = `haushalt-${day}.${query.format}`;
    if (query.format === 'csv') return new FileAnswer(toCsv(report), MEDIA.csv, name);
    if (query.format === 'xlsx') return new FileAnswer(await toXlsx(report), MEDIA.xlsx, name);
    const author = MINISTRY_LETTERHEAD.authorityLines.join(' ');
    const pdf = await this.renderer.render('table-report', toReportData(report, author), {
      draft: false,
      createdAt: at,
    });
    return new FileAnswer(pdf.bytes, MEDIA.pdf, name);
  }

  private collect(request: CurrentRequest, query: BudgetExportQueryDto): Promise<{ report: BudgetReport; at: Date }> {
    return this.transactions.read(request, async (tx) => {
      const asOf = query.asOf === undefined ? null : new Date(query.asOf);
      const at = asOf ?? tx.now;
      const isFiltered = query.applicantId !== undefined || query.moduleCode !== undefined;
      const budget = await this.budget.budget(tx, asOf);
      const cases = isFiltered ? await this.caseFigures.figures(tx, query) : null;
      const bookings = query.format === 'pdf' ? null : await this.bookings(tx, query);
      const sheets = [
        ...(cases === null ? [] : [caseSheet(cases)]),
        yearSheet(budget),
        authorisationSheet(budget),
        ...(bookings === null ? [] : [bookingSheet(bookings.items)]),
      ];
      const notes = [
        `Stand der Buchungen: ${formatGermanDate(berlinDay(at))}${asOf === null ? '' : ' (Rückblick)'}.`,
        ...(isFiltered
          ? ['Gefiltert: »Fälle« zeigt nur die ausgewählten Vorgänge, »Haushaltsjahre« das ganze Programm.']
          : []),
        ...(bookings !== null && bookings.total > MAX_BOOKINGS
          ? [`Buchungen: die neuesten ${MAX_BOOKINGS} von ${bookings.total}.`]
          : []),
      ];
      return { report: { title: 'Haushalt des Landesprogramms WIR', notes, sheets }, at };
    });
  }

  private bookings(
    tx: Parameters<TransferQueries['list']>[0],
    query: BudgetExportQueryDto,
  ): ReturnType<TransferQueries['list']> {
    const filter: TransferQueryDto = {
      page: 1,
      pageSize: MAX_BOOKINGS,
      asOf: query.asOf,
      applicantId: query.applicantId,
      moduleCode: query.moduleCode,
    };
    return this.transfers.list(tx, query.year ?? null, filter);
  }
}
