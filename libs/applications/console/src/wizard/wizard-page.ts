import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  signal,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { PageTitle, injectTexts } from '@wir/shared/console';
import { DeadlineBadge, Icon, NoticeBox, ProblemPanel, Skeleton, StatusChip, type HasUnsaved } from '@wir/shared/ui';
import { filter } from 'rxjs';
import { APPLICATION_LOOKS } from '../look/application-look';
import { yearIndexOfPath } from './draft/draft-steps';
import { SaveLine } from './save-line';
import { StepList } from './step-list';
import { WizardStore } from './wizard-store';

/** The form: steps on the left, one topic on the right, the state of saving always in view. */
@Component({
  selector: 'app-wizard-page',
  imports: [
    DeadlineBadge,
    Icon,
    MatButton,
    NoticeBox,
    ProblemPanel,
    RouterLink,
    RouterOutlet,
    SaveLine,
    Skeleton,
    StatusChip,
    StepList,
  ],
  providers: [WizardStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(focusout)': 'store.saveSoon()' },
  templateUrl: './wizard-page.html',
  styleUrl: './wizard-page.scss',
})
export class WizardPage implements HasUnsaved {
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly store = inject(WizardStore);
  protected readonly t = injectTexts();
  protected readonly looks = APPLICATION_LOOKS;

  readonly id = input.required<string>();
  /** Path of the field that a link points at. */
  readonly feld = input<string>();

  readonly unsaved = this.store.autosave.unsaved;
  protected readonly restoredShown = signal(true);
  protected readonly dueDate = computed(
    () => this.store.application.value()?.informationRequests.find(({ state }) => state === 'OPEN')?.dueDate ?? null,
  );

  constructor() {
    effect(() => this.store.id.set(this.id()));
    effect(() => {
      const application = this.store.application.value();
      this.title.setSubject(application ? this.t('applications.heading', { number: application.caseNumber }) : null);
      if (application && this.feld()) this.focusSoon(this.feld() ?? '');
    });
    const destroy = inject(DestroyRef);
    destroy.onDestroy(() => this.title.setSubject(null));
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(destroy),
      )
      .subscribe(() => {
        void this.store.autosave.flush();
        if (this.feld()) this.focusSoon(this.feld() ?? '');
      });
  }

  saveNow(): Promise<boolean> {
    return this.store.autosave.flush();
  }

  /** The page of the field may still be on its way: a few tries, then the heading. */
  private focusSoon(path: string, tries = 12): void {
    setTimeout(() => {
      if (this.focus(this.store.formPath(path)) || tries === 0) return;
      this.focusSoon(path, tries - 1);
    }, 60);
  }

  private focus(path: string): boolean {
    const yearIndex = yearIndexOfPath(path);
    if (yearIndex !== null) this.store.yearIndex.set(yearIndex);
    const field = this.store.field(path);
    if (field && field().formFieldBindings().length > 0) {
      field().markAsTouched();
      field().focusBoundControl();
      return true;
    }
    const place = this.host.nativeElement.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
    place?.focus();
    place?.scrollIntoView({ block: 'center' });
    return place !== null;
  }
}
