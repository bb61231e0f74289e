import { Clipboard } from '@angular/cdk/clipboard';
import { ChangeDetectionStrategy, Component, DOCUMENT, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Session, injectTexts } from '@wir/shared/console';
import { Icon, NoticeBox } from '@wir/shared/ui';

/** Ten codes for the day the phone is gone. They exist on this page only, for as long as it is open. */
@Component({
  selector: 'app-recovery-codes',
  imports: [Icon, MatButton, NoticeBox],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-notice-box tone="warning">{{ t('identity.recovery.once') }}</app-notice-box>
    <p class="for">{{ heading() }}</p>
    <ol [attr.aria-label]="t('identity.recovery.list')">
      @for (code of codes(); track code) {
        <li>
          <code>{{ code }}</code>
        </li>
      }
    </ol>
    <div class="button-row no-print">
      <button matButton="outlined" type="button" (click)="copy()">
        <app-icon name="copy" /> {{ t('identity.recovery.copy') }}
      </button>
      <button matButton="outlined" type="button" (click)="download()">
        <app-icon name="download" /> {{ t('identity.recovery.download') }}
      </button>
      <button matButton="outlined" type="button" (click)="print()">
        <app-icon name="print" /> {{ t('identity.recovery.print') }}
      </button>
    </div>
    <p class="told" role="status">{{ told() ? t('identity.recovery.copied') : '' }}</p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 1rem;
    }
    .for {
      display: none;
    }
    @media print {
      .for {
        display: block;
        margin: 0;
      }
    }
    ol {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
      gap: 0.375rem 1.25rem;
      margin: 0;
      padding: 0.875rem 1rem;
      list-style: none;
      background: var(--app-sunken);
      border: 1px solid var(--app-line);
      border-radius: var(--app-radius);
    }
    code {
      overflow-wrap: anywhere;
    }
    .told {
      min-height: 1.5em;
      margin: -0.5rem 0 0;
      color: var(--app-muted);
    }
  `,
})
export class RecoveryCodes {
  private readonly clipboard = inject(Clipboard);
  private readonly page = inject(DOCUMENT);
  private readonly session = inject(Session);
  protected readonly t = injectTexts();
  readonly codes = input.required<readonly string[]>();
  protected readonly told = signal(false);
  protected readonly heading = computed(() =>
    this.t('identity.recovery.sheet', { email: this.session.me()?.email ?? '' }),
  );

  protected copy(): void {
    this.told.set(this.clipboard.copy(this.sheet()));
  }

  protected download(): void {
    const link = this.page.createElement('a');
    const address = URL.createObjectURL(new Blob([this.sheet()], { type: 'text/plain;charset=utf-8' }));
    link.href = address;
    link.download = this.t('identity.recovery.fileName');
    link.click();
    URL.revokeObjectURL(address);
  }

  protected print(): void {
    this.page.defaultView?.print();
  }

  private sheet(): string {
    return [this.heading(), '', ...this.codes(), ''].join('\r\n');
  }
}
