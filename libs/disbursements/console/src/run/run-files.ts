import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { injectTexts } from '@wir/shared/console';
import type { PaymentFileFormat, PaymentRunDto } from '@wir/shared/contract';
import { Icon } from '@wir/shared/ui';
import { runFileAddress } from '../data/payment-client';

/** In the order the cash office takes them: the order on paper first, then what its systems read. */
const FORMATS: readonly PaymentFileFormat[] = ['pdf', 'pain.001', 'csv'];
const LABELS: Readonly<Record<PaymentFileFormat, string>> = {
  pdf: 'disbursements.run.pdf',
  'pain.001': 'disbursements.run.pain',
  csv: 'disbursements.run.csv',
};

/** What an exported run gives the cash office, each file with the checksum it was written under. */
@Component({
  selector: 'app-run-files',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="panel">
      <h2>{{ t('disbursements.run.files') }}</h2>
      <ul>
        @for (file of files(); track file.format) {
          <li>
            <a class="download" [href]="file.address" download>
              <app-icon name="download" />
              {{ t(file.label) }}
            </a>
            <span class="muted">{{
              t('disbursements.run.size', { size: file.sizeBytes.toLocaleString('de-DE') })
            }}</span>
            <code>SHA-256 {{ file.sha256 }}</code>
          </li>
        }
      </ul>
    </section>
  `,
  styleUrl: './run-files.scss',
})
export class RunFiles {
  protected readonly t = injectTexts();
  readonly run = input.required<PaymentRunDto>();
  protected readonly files = computed(() =>
    FORMATS.flatMap((format) => this.run().files.filter((file) => file.format === format)).map((file) => ({
      ...file,
      label: LABELS[file.format],
      address: runFileAddress(this.run().id, file.format),
    })),
  );
}
