import { ChangeDetectionStrategy, Component, ElementRef, inject, input, signal } from '@angular/core';
import { injectTexts } from '@wir/shared/console';

const SMALLEST = 35;
const LARGEST = 70;

/** Two panels side by side from 1024 px, stacked below; the divider moves by pointer, arrows, Home and End. */
@Component({
  selector: 'app-split-panels',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[style.--share]': 'share() + "%"' },
  template: `
    <section class="left" tabindex="0" [attr.aria-label]="leftName()"><ng-content select="[left]" /></section>
    <div
      class="divider no-print"
      role="separator"
      tabindex="0"
      aria-orientation="vertical"
      [attr.aria-label]="t('applications.review.divider')"
      [attr.aria-valuenow]="share()"
      aria-valuemin="35"
      aria-valuemax="70"
      (keydown)="key($event)"
      (pointerdown)="grab($event)"
      (pointermove)="drag($event)"
      (dblclick)="share.set(58)"
    ></div>
    <section class="right" [attr.aria-label]="rightName()"><ng-content select="[right]" /></section>
  `,
  styleUrl: './split-panels.scss',
})
export class SplitPanels {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly t = injectTexts();
  readonly leftName = input.required<string>();
  readonly rightName = input.required<string>();

  protected readonly share = signal(58);

  protected key(event: KeyboardEvent): void {
    const next = this.shareAfter(event.key);
    if (next === null) return;
    event.preventDefault();
    this.share.set(within(next));
  }

  protected grab(event: PointerEvent): void {
    if (event.currentTarget instanceof HTMLElement) event.currentTarget.setPointerCapture(event.pointerId);
  }

  protected drag(event: PointerEvent): void {
    const handle = event.currentTarget;
    if (!(handle instanceof HTMLElement) || !handle.hasPointerCapture(event.pointerId)) return;
    const frame = this.host.nativeElement.getBoundingClientRect();
    this.share.set(within(Math.round(((event.clientX - frame.left) / frame.width) * 100)));
  }

  private shareAfter(key: string): number | null {
    switch (key) {
      case 'ArrowLeft':
        return this.share() - 2;
      case 'ArrowRight':
        return this.share() + 2;
      case 'Home':
        return SMALLEST;
      case 'End':
        return LARGEST;
      default:
        return null;
    }
  }
}

function within(share: number): number {
  return Math.min(LARGEST, Math.max(SMALLEST, share));
}
