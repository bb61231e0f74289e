import type { AwardNoticeData, CashOrderData, RejectionNoticeData, TableReportData } from '@wir/documents/domain';

/** Each template and the data it prints. */
export interface PdfTemplates {
  readonly 'award-notice': AwardNoticeData;
  readonly 'rejection-notice': RejectionNoticeData;
  readonly 'table-report': TableReportData;
  readonly 'cash-order': CashOrderData;
}

export interface RenderOptions {
  /** Prints ENTWURF on every page. */
  readonly draft: boolean;
  /** Moment written into the file; the same data and moment give the same bytes. */
  readonly createdAt: Date;
}

export interface RenderedPdf {
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly pages: number;
  /** Characters our font cannot show; the document prints ◊ for them, and the caller may warn. */
  readonly unprintable: readonly string[];
}

/** Port for letters as tagged PDF. Also the injection token. */
export abstract class PdfRenderer {
  abstract render<Name extends keyof PdfTemplates>(
    template: Name,
    data: PdfTemplates[Name],
    options: RenderOptions,
  ): Promise<RenderedPdf>;
}
