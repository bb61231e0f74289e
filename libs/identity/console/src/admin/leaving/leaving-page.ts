import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { FormField, form, maxLength, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Session, asApiProblem, injectTexts } from '@wir/shared/console';
import {
  Control,
  DayField,
  ErrorSummary,
  Field,
  Icon,
  NoticeBox,
  PageHeader,
  ProblemPanel,
  Skeleton,
  StepBar,
  submitForm,
  type Step,
} from '@wir/shared/ui';
import { AccountClient } from '../data/account-client';
import type { LeavingReport } from '../data/account-types';
import { needsSuccessor } from './leaving-rules';

type Station = 'look' | 'choose' | 'report';
const STATIONS: readonly Station[] = ['look', 'choose', 'report'];

/** Somebody leaves: what hangs on the account, who goes on with it from which day, and what was done. */
@Component({
  selector: 'app-leaving-page',
  imports: [
    Control,
    DayField,
    ErrorSummary,
    Field,
    FormField,
    Icon,
    MatButton,
    NoticeBox,
    PageHeader,
    ProblemPanel,
    RouterLink,
    Skeleton,
    StepBar,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './leaving-page.html',
  styleUrl: './leaving-page.scss',
})
export class LeavingPage {
  private readonly client = inject(AccountClient);
  private readonly injector = inject(Injector);
  private readonly today = inject(Session).today();
  private readonly summary = viewChild(ErrorSummary);
  private readonly stationHeading = viewChild<ElementRef<HTMLElement>>('station');
  protected readonly t = injectTexts();

  readonly id = input.required<string>();

  protected readonly page = resource({
    params: () => this.id(),
    loader: async ({ params, abortSignal }) => {
      const [account, leaving] = await Promise.all([
        this.client.byId(params, abortSignal),
        this.client.leaving(params, abortSignal),
      ]);
      return { account, leaving };
    },
  });
  protected readonly problem = computed(() => {
    const error = this.page.error();
    return error ? asApiProblem(error.cause ?? error) : null;
  });

  protected readonly station = signal<Station>('look');
  protected readonly report = signal<LeavingReport | null>(null);
  protected readonly steps = computed<Step[]>(() => {
    const now = STATIONS.indexOf(this.station());
    return STATIONS.map((name, index) => ({
      label: this.t(`admin.leaving.step.${name}`),
      state: index < now || this.report() ? 'done' : index === now ? 'current' : 'open',
    }));
  });
  protected readonly mustFollow = computed(() => this.page.hasValue() && needsSuccessor(this.page.value().leaving));

  private readonly draft = signal({ successorAccountId: '', lastDay: this.today as string | null, reason: '' });
  protected readonly form = form(this.draft, (path) => {
    validate(path.successorAccountId, ({ value }) =>
      this.mustFollow() && value() === '' ? { kind: 'required' } : null,
    );
    required(path.lastDay);
    validate(path.reason, ({ value }) => (value().trim() === '' ? { kind: 'required' } : null));
    maxLength(path.reason, 2000);
  });

  protected go(station: Station): void {
    this.station.set(station);
    afterNextRender(() => this.stationHeading()?.nativeElement.focus(), { injector: this.injector });
  }

  protected leave(): void {
    const summary = this.summary();
    if (!summary) return;
    void submitForm(this.form, summary, async () => {
      const { successorAccountId, lastDay, reason } = this.draft();
      if (!lastDay) return;
      const deed = { successorAccountId: successorAccountId || null, lastDay, reason: reason.trim() };
      this.report.set(await this.client.leave(this.id(), deed));
      this.go('report');
    });
  }
}
