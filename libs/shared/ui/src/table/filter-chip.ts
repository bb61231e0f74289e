import { CdkTrapFocus } from '@angular/cdk/a11y';
import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { injectTexts } from '@wir/shared/console';
import { Icon } from '../icon/icon';
import type { Filter } from './filter';

let nextId = 0;

/** One filter as a chip that opens in place with its values ticked; Delete or Backspace on it takes it away. */
@Component({
  selector: 'app-filter-chip',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, CdkTrapFocus, Icon, MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './filter-chip.html',
  styleUrl: './filter-chip.scss',
})
export class FilterChip {
  protected readonly t = injectTexts();
  protected readonly panelId = `filter-panel-${nextId++}`;
  private readonly button = viewChild.required<ElementRef<HTMLButtonElement>>('button');

  readonly filter = input.required<Filter>();
  readonly values = input.required<readonly string[]>();
  readonly valuesChange = output<readonly string[]>();

  protected readonly open = signal(false);
  protected readonly needle = signal('');
  protected readonly chosen = computed(() =>
    this.filter().options.filter((option) => this.values().includes(option.value)),
  );
  protected readonly summary = computed(() => {
    const [first, ...others] = this.chosen();
    if (!first) return '';
    return others.length === 0 ? first.label : `${first.label} +${others.length}`;
  });
  protected readonly offered = computed(() => {
    const needle = this.needle().toLocaleLowerCase('de');
    return this.filter().options.filter((option) => option.label.toLocaleLowerCase('de').includes(needle));
  });

  protected toggle(value: string): void {
    const values = this.values();
    if (this.filter().single) this.valuesChange.emit([value]);
    else
      this.valuesChange.emit(values.includes(value) ? values.filter((other) => other !== value) : [...values, value]);
  }

  protected remove(event?: Event): void {
    event?.preventDefault();
    if (this.values().length === 0) return;
    this.valuesChange.emit([]);
    this.button().nativeElement.focus();
  }

  protected close(): void {
    if (!this.open()) return;
    this.open.set(false);
    this.needle.set('');
    this.button().nativeElement.focus();
  }
}
