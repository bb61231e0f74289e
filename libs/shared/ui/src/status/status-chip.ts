import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { injectTexts } from '@wir/shared/console';
import { Icon } from '../icon/icon';
import type { StatusLook } from './status-look';

/** A state as icon and word; never by colour alone. */
@Component({
  selector: 'app-status-chip',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.data-tone]': 'look().tone' },
  template: `<app-icon [name]="look().icon" /><span>{{ t(look().label) }}</span>`,
  styleUrl: './status-chip.scss',
})
export class StatusChip {
  readonly look = input.required<StatusLook>();
  protected readonly t = injectTexts();
}
