import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { FormField, applyEach, form, maxLength, validate, validateTree } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { isCut, recommendationProblems } from '@wir/applications/domain';
import { LocalCopies, Session, injectTexts } from '@wir/shared/console';
import type { ApplicationDto, CheckDto } from '@wir/shared/contract';
import { Control, ErrorSummary, EuroField, EuroPipe, Field, Icon, submitForm } from '@wir/shared/ui';
import { ApplicationClient } from '../data/application-client';
import { RowFaults, type RowCell } from '../wizard/row-faults';
import { errorsAt } from '../wizard/field-at-path';

interface Proposal {
  years: { year: number; proposedCents: number | null }[];
  reasons: string;
}

/** The recommendation: an amount for each year, at most what is requested, and the reasons. A draft of it stays on this device. */
@Component({
  selector: 'app-recommendation-form',
  imports: [Control, ErrorSummary, EuroField, EuroPipe, Field, FormField, Icon, MatButton, RowFaults],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './recommendation-form.html',
  styleUrl: './recommendation-form.scss',
})
export class RecommendationForm {
  private readonly client = inject(ApplicationClient);
  private readonly copies = inject(LocalCopies);
  private readonly session = inject(Session);
  private readonly summary = viewChild.required(ErrorSummary);
  protected readonly t = injectTexts();

  readonly application = input.required<ApplicationDto>();
  readonly checks = input.required<readonly CheckDto[]>();
  /** Every question is answered. */
  readonly open = input(false);
  readonly done = output<ApplicationDto>();
  /** Amounts as they are typed, for the view of the budget. */
  readonly amounts = output<readonly { readonly year: number; readonly amountCents: number }[]>();

  private readonly proposal = signal<Proposal>({ years: [], reasons: '' });
  protected readonly form = form(this.proposal, (path) => {
    applyEach(path.years, (year) => {
      validate(year.proposedCents, ({ value }) => (value() === null ? { kind: 'euro.empty' } : null));
    });
    maxLength(path.reasons, 10_000);
    validateTree(path, ({ value, fieldTree }) => {
      const plan = this.application().years;
      return errorsAt(fieldTree, recommendationProblems(toRecommendation(value()), plan, this.answers()));
    });
  });
  protected readonly rows = computed(() =>
    this.application().years.map((plan, index) => ({ plan, fields: this.form.years[index] })),
  );
  protected readonly requested = computed(() => this.application().requestedCents);
  protected readonly proposed = computed(() =>
    this.proposal().years.reduce((total, { proposedCents }) => total + (proposedCents ?? 0), 0),
  );
  protected readonly isCut = computed(() => isCut(toRecommendation(this.proposal()).years, this.application().years));
  protected readonly cells = computed<readonly RowCell[]>(() =>
    this.rows().flatMap(({ plan, fields }) =>
      fields ? [{ label: String(plan.year), field: fields.proposedCents }] : [],
    ),
  );
  private readonly answers = computed(() =>
    this.checks().flatMap(({ code, result, note }) => (result ? [{ code, result, note }] : [])),
  );

  constructor() {
    effect(() => {
      const application = this.application();
      untracked(() => this.begin(application));
    });
    effect(() => {
      const proposal = this.proposal();
      if (proposal.years.length === 0) return;
      this.amounts.emit(proposal.years.map(({ year, proposedCents }) => ({ year, amountCents: proposedCents ?? 0 })));
      this.copies.keep(this.copyKey(), proposal, this.application().version);
    });
  }

  protected send(): void {
    void submitForm(this.form, this.summary(), async () => {
      const { years, reasons } = toRecommendation(this.proposal());
      const answer = await this.client.recommend(this.application().id, [...years], reasons.trim());
      this.copies.drop(this.copyKey());
      this.done.emit(answer);
    });
  }

  /** Full amounts are the beginning; what was typed here before goes on. */
  private begin({ years, recommendation }: ApplicationDto): void {
    if (this.proposal().years.length > 0) return;
    const copy = this.copies.find(this.copyKey())?.value;
    const earlier = isProposal(copy, years) ? copy : null;
    this.proposal.set(
      earlier ?? {
        years: years.map(({ year, requestedCents }) => ({
          year,
          proposedCents: recommendation?.years.find((entry) => entry.year === year)?.proposedCents ?? requestedCents,
        })),
        reasons: recommendation?.reasons ?? '',
      },
    );
  }

  private copyKey(): string {
    return `recommendation.${this.application().id}.${this.session.me()?.id ?? ''}`;
  }
}

function toRecommendation({ years, reasons }: Proposal): {
  readonly years: { year: number; proposedCents: number }[];
  readonly reasons: string;
} {
  return { years: years.map(({ year, proposedCents }) => ({ year, proposedCents: proposedCents ?? 0 })), reasons };
}

function isProposal(value: unknown, plan: ApplicationDto['years']): value is Proposal {
  if (typeof value !== 'object' || value === null || !('years' in value) || !('reasons' in value)) return false;
  const { years, reasons } = value;
  return (
    typeof reasons === 'string' &&
    Array.isArray(years) &&
    years.length === plan.length &&
    years.every((entry: unknown, index) => isRecord(entry) && entry['year'] === plan[index]?.year)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
