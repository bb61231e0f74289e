import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  DestroyRef,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { ApiProblem, Texts, errorText, injectTexts } from '@wir/shared/console';
import { ProblemPanel } from '../feedback/problem-panel';
import { Icon } from '../icon/icon';
import { Tab, TabNav } from '../layout/tab-nav';
import { StatusChip } from '../status/status-chip';
import type { StatusLook } from '../status/status-look';
import type { PageAction } from './page-action';

/**
 * A case on one page: sticky head with number, name, status, facts (projected `[fact]`), the one next action and a menu;
 * tabs with their own addresses; the tab's content is projected (usually `<router-outlet />`).
 */
@Component({
  selector: 'app-detail-page',
  imports: [
    Icon,
    MatButton,
    MatIconButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    ProblemPanel,
    RouterLink,
    StatusChip,
    TabNav,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './detail-page.html',
  styleUrl: './detail-page.scss',
})
export class DetailPage {
  private readonly texts = inject(Texts);
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly head = viewChild.required<ElementRef<HTMLElement>>('head');
  protected readonly t = injectTexts();

  /** Where the list is: text key and address. */
  readonly back = input.required<{ readonly label: string; readonly link: string }>();
  /** "Antrag HE-2026-0042": the h1. */
  readonly heading = input.required<string>();
  /** The name beside it, for example the municipality. */
  readonly name = input<string>();
  readonly status = input.required<StatusLook>();
  readonly actions = input<readonly PageAction[]>([]);
  readonly busy = input<string | null>(null);
  readonly tabs = input<readonly Tab[]>([]);
  readonly refusal = input<ApiProblem | null>(null);

  readonly act = output<string>();

  protected readonly next = computed(
    () => this.actions().find((action) => action.allowed && !action.secondary) ?? null,
  );
  protected readonly others = computed(() => this.actions().filter((action) => action !== this.next()));

  constructor() {
    const destroy = inject(DestroyRef);
    afterNextRender(() => {
      const observer = new ResizeObserver(() => this.measure());
      observer.observe(this.head().nativeElement);
      destroy.onDestroy(() => observer.disconnect());
    });
    destroy.onDestroy(() => this.root.style.removeProperty('--app-sticky-head'));
  }

  /** What gets the focus must not hide under the sticky head (WCAG 2.4.11): scrolling keeps that much free. */
  private measure(): void {
    const head = this.head().nativeElement;
    const height = getComputedStyle(head).position === 'sticky' ? head.offsetHeight : 0;
    this.root.style.setProperty('--app-sticky-head', `${height}px`);
  }

  protected reason(action: PageAction): string | null {
    return action.allowed || !action.reasonCode ? null : errorText(action.reasonCode, this.texts.language());
  }

  protected choose(action: PageAction): void {
    if (action.allowed) this.act.emit(action.action);
  }
}
