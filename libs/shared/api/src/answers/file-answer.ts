import { contentDisposition } from './content-disposition';

/** Bytes to be saved or shown by the browser, always as an attachment unless `inline` is asked for. */
export class FileAnswer {
  constructor(
    readonly bytes: Uint8Array,
    readonly mediaType: string,
    readonly fileName: string,
    private readonly options: { readonly inline?: boolean; readonly etag?: string } = {},
  ) {}

  get etag(): string | undefined {
    return this.options.etag;
  }

  get disposition(): string {
    return contentDisposition(this.fileName, this.options.inline ? 'inline' : 'attachment');
  }
}
