import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { FrameAddress } from './frame-address';

interface Sheet {
  readonly id: number;
  readonly address: string;
  readonly source: string;
}

/** A slow reader of documents must not hold back the new text for ever. */
const LATEST_SWAP_MS = 1500;

/**
 * The browser's own PDF reader in a frame. A new document is opened behind the old one and takes its place when it is
 * there, on the same page, so that nothing flickers while somebody types.
 */
@Component({
  selector: 'app-pdf-frame',
  imports: [FrameAddress],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (sheet of sheets(); track sheet.id) {
      <iframe
        [class.behind]="sheet.id !== front()"
        [attr.aria-hidden]="sheet.id !== front() ? 'true' : null"
        [attr.tabindex]="sheet.id !== front() ? -1 : null"
        [title]="name()"
        [appFrameAddress]="sheet.source"
        (load)="show(sheet.id)"
      ></iframe>
    }
  `,
  styles: `
    :host {
      position: relative;
      display: block;
      overflow: hidden;
      background: var(--app-sunken);
    }

    iframe {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      border: 0;
    }

    .behind {
      visibility: hidden;
    }
  `,
})
export class PdfFrame {
  private nextId = 1;
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly pdf = input.required<Blob>();
  readonly page = input(1);
  /** Accessible name of the frame. */
  readonly name = input.required<string>();

  protected readonly sheets = signal<readonly Sheet[]>([]);
  protected readonly front = signal(0);
  private readonly newest = computed(() => this.sheets().at(-1)?.id ?? 0);

  constructor() {
    effect(() => {
      const pdf = this.pdf();
      const page = this.page();
      untracked(() => this.open(pdf, page));
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      for (const { address } of this.sheets()) URL.revokeObjectURL(address);
    });
  }

  protected show(id: number): void {
    if (id !== this.newest()) return;
    clearTimeout(this.timer);
    this.front.set(id);
    const old = this.sheets().filter((sheet) => sheet.id !== id);
    this.sheets.update((sheets) => sheets.filter((sheet) => sheet.id === id));
    for (const { address } of old) URL.revokeObjectURL(address);
  }

  private open(pdf: Blob, page: number): void {
    const id = this.nextId++;
    const address = URL.createObjectURL(pdf);
    const source = `${address}#page=${page}&navpanes=0&view=FitH`;
    this.sheets.update((sheets) => [...sheets, { id, address, source }]);
    if (this.front() === 0) this.front.set(id);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(id), LATEST_SWAP_MS);
  }
}
