import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectTexts } from '@wir/shared/console';
import type { PaymentSampleDto } from '@wir/shared/contract';
import { DayPipe, EuroPipe, Icon } from '@wir/shared/ui';
import { sampleFileAddress, type SampleWish } from '../data/payment-trace-client';

/** The drawn payments with all that is needed to draw them again. */
@Component({
  selector: 'app-sample-result',
  imports: [DayPipe, EuroPipe, Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './sample-result.html',
  styleUrl: './sample-result.scss',
})
export class SampleResult {
  protected readonly t = injectTexts();
  readonly sample = input.required<PaymentSampleDto>();
  readonly wish = input.required<SampleWish>();
  protected readonly file = computed(() => sampleFileAddress(this.wish()));
}
