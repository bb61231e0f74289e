import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { injectTexts } from '@wir/shared/console';
import { NoticeBox } from '@wir/shared/ui';
import { WizardStore } from './wizard-store';

/** What the authority asks for, at the very field: `<app-request-note path="title" />` above it. */
@Component({
  selector: 'app-request-note',
  imports: [NoticeBox],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (item of items(); track $index) {
      <app-notice-box tone="warning">
        <strong>{{ t('applications.request.asked') }}: {{ t('applications.requestReason.' + item.reason) }}</strong>
        <p lang="de">{{ item.text }}</p>
      </app-notice-box>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.5rem;
    }
    :host:empty {
      display: none;
    }
    p {
      margin: 0.125rem 0 0;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class RequestNote {
  private readonly store = inject(WizardStore);
  protected readonly t = injectTexts();

  /** Exact paths, several parted by a blank; one that ends in `*` takes all below it. */
  readonly path = input.required<string>();

  protected readonly items = computed(() => {
    const paths = this.path().split(' ');
    return this.store
      .openItems()
      .filter(({ field }) =>
        paths.some((path) => (path.endsWith('*') ? field.startsWith(path.slice(0, -1)) : field === path)),
      );
  });
}
