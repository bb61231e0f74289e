import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, viewChild } from '@angular/core';
import { FormField, form, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { Session, Texts, errorText, injectTexts } from '@wir/shared/console';
import {
  Control,
  DayField,
  ErrorSummary,
  EuroField,
  EuroPipe,
  Field,
  Icon,
  NoticeBox,
  submitForm,
  type IconName,
} from '@wir/shared/ui';
import { DisbursementClient } from '../data/disbursement-client';
import { IbanPipe } from '../parts/iban-pipe';
import { AwardStore } from './award-store';
import { draftProblems, isEarly, type RequestDraft } from './request-rules';

const RULE_ICONS: Readonly<Record<RuleState, IconName>> = { kept: 'check-circle', fault: 'error', empty: 'clock' };

type RuleState = 'kept' | 'fault' | 'empty';

interface RuleLine {
  readonly path: string;
  readonly state: RuleState;
  readonly text: string;
}

/** "Auszahlung beantragen": year, rest and account are filled in, the rules answer while typing. */
@Component({
  selector: 'app-request-form',
  imports: [
    Control,
    DayField,
    ErrorSummary,
    EuroField,
    EuroPipe,
    Field,
    FormField,
    IbanPipe,
    Icon,
    MatButton,
    NoticeBox,
    RouterLink,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './request-form.html',
  styleUrl: './form-page.scss',
})
export class RequestForm {
  private readonly client = inject(DisbursementClient);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly texts = inject(Texts);
  protected readonly store = inject(AwardStore);
  protected readonly t = injectTexts();
  private readonly summary = viewChild.required(ErrorSummary);

  protected readonly tranches = computed(() => this.store.award.value()?.tranches ?? []);
  /** The year of today where money is open in it, else the next one. */
  private readonly firstYear = computed(() => {
    const current = Number(this.session.today().slice(0, 4));
    const open = this.tranches().filter(({ openCents }) => openCents > 0);
    return open.find(({ year }) => year >= current) ?? this.tranches().at(-1);
  });
  protected readonly draft = linkedSignal<RequestDraft>(() => {
    const tranche = this.firstYear();
    return { year: String(tranche?.year ?? ''), amountCents: tranche?.openCents ?? null, neededUntil: null };
  });
  private readonly problems = computed(() => draftProblems(this.draft(), this.tranches(), this.session.today()));

  protected readonly form = form(this.draft, (path) => {
    required(path.amountCents, { error: { kind: 'euro.empty' } });
    required(path.neededUntil);
    validate(path.year, () => this.fault('year'));
    validate(path.amountCents, () => this.fault('amountCents'));
    validate(path.neededUntil, () => this.fault('neededUntil'));
  });

  protected readonly open = computed(
    () => this.tranches().find(({ year }) => String(year) === this.draft().year)?.openCents ?? 0,
  );
  protected readonly rest = computed(() => this.open() - (this.draft().amountCents ?? 0));
  protected readonly early = computed(() => isEarly(this.draft().neededUntil, this.session.today()));
  protected readonly account = computed(() => {
    const award = this.store.award.value();
    return award?.payoutAccount ?? award?.bankAccount ?? null;
  });
  /** Each rule with whether it is kept, told at once and not only at the end. */
  protected readonly ruleIcons = RULE_ICONS;
  protected readonly rules = computed<RuleLine[]>(() => {
    const problems = this.problems();
    const language = this.texts.language();
    return (['year', 'amountCents', 'neededUntil'] as const).map((path): RuleLine => {
      const problem = problems.find((found) => found.path === path);
      const isEmpty = path === 'neededUntil' && this.draft().neededUntil === null;
      if (problem) return { path, state: 'fault', text: errorText(problem.code, language, { ...problem }) };
      if (isEmpty) return { path, state: 'empty', text: this.t('disbursements.new.dayMissing') };
      return { path, state: 'kept', text: this.t(`disbursements.new.kept.${path}`) };
    });
  });
  protected readonly reason = computed(() => {
    const code = this.store.may('requestDisbursement') ? null : this.store.reasonAgainst('requestDisbursement');
    const gates = this.store.award.value()?.payoutGates ?? [];
    const earliestDate = gates.find((gate) => gate.earliestDate)?.earliestDate ?? '–';
    return code
      ? errorText(code, this.texts.language(), { earliestDate, year: this.draft().year, openCents: this.open() })
      : null;
  });

  /** Another year brings its own rest. */
  protected chooseYear(): void {
    this.form.amountCents().value.set(this.open());
  }

  protected save(): void {
    void submitForm(this.form, this.summary(), async () => {
      const { year, amountCents, neededUntil } = this.draft();
      const body = { year: Number(year), amountCents: amountCents ?? 0, neededUntil: neededUntil ?? '' };
      const request = await this.client.create(this.store.id() ?? '', body);
      await this.router.navigate(['/auszahlungen', request.id]);
    });
  }

  private fault(path: string): { kind: string } | null {
    const problem = this.problems().find((found) => found.path === path);
    return problem ? { ...problem, kind: problem.code } : null;
  }
}
