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

  /** RFC 6266: a plain name for old programs, the real one encoded. */
  get disposition(): string {
    const plain = this.fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
    return `${this.options.inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(this.fileName)}`;
  }
}
