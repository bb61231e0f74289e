import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  resource,
  viewChild,
} from '@angular/core';
import { FormField, form, maxLength, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { DELEGABLE_ROLES, type Role } from '@wir/identity/domain';
import { Session, injectTexts } from '@wir/shared/console';
import { Control, DayField, ErrorSummary, Field, Icon, NoticeBox, PageHeader, submitForm } from '@wir/shared/ui';
import { DelegationClient } from '../data/delegation-client';
import { RoleChoice } from '../new/role-choice';
import { lastDayFault } from '../detail/role-offer';

interface Draft {
  readonly absentAccountId: string;
  readonly deputyAccountId: string;
  readonly roles: readonly Role[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly reason: string;
}

/** A delegation for somebody who cannot arrange it: who is away, who stands in, in which roles, from when to when. */
@Component({
  selector: 'app-new-delegation-page',
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
    RoleChoice,
    RouterLink,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './new-delegation-page.html',
  styleUrl: './deputy-page.scss',
})
export class NewDelegationPage {
  private readonly client = inject(DelegationClient);
  private readonly router = inject(Router);
  private readonly today = inject(Session).today();
  private readonly summary = viewChild.required(ErrorSummary);
  protected readonly t = injectTexts();

  /** The account it is for, when the page was opened from there. */
  readonly konto = input<string>();

  private readonly draft = linkedSignal<Draft>(() => ({
    absentAccountId: this.konto() ?? '',
    deputyAccountId: '',
    roles: [],
    validFrom: this.today,
    validTo: null,
    reason: '',
  }));
  protected readonly form = form(this.draft, (path) => {
    required(path.absentAccountId);
    required(path.deputyAccountId);
    required(path.validFrom);
    required(path.validTo);
    validate(path.roles, ({ value }) => (value().length === 0 ? { kind: 'grant.role-missing' } : null));
    validate(path.validTo, ({ value, valueOf }) =>
      lastDayFault({ validFrom: valueOf(path.validFrom), validTo: value() }),
    );
    validate(path.reason, ({ value }) => (value().trim() === '' ? { kind: 'required' } : null));
    maxLength(path.reason, 2000);
  });

  private readonly absent = resource({ loader: ({ abortSignal }) => this.client.colleagues(abortSignal) });
  private readonly deputies = resource({
    params: () => this.draft().absentAccountId || undefined,
    loader: ({ params, abortSignal }) => this.client.candidates(params, abortSignal),
  });
  protected readonly absentees = computed(() => (this.absent.hasValue() ? this.absent.value() : []));
  protected readonly candidates = computed(() => (this.deputies.hasValue() ? this.deputies.value() : []));
  protected readonly nobody = computed(() => this.deputies.hasValue() && this.deputies.value().length === 0);
  /** What the absent person holds and may be handed over. */
  protected readonly roles = computed(() => {
    const held = this.absentees().find(({ id }) => id === this.draft().absentAccountId)?.roles ?? [];
    return DELEGABLE_ROLES.filter((role) => held.includes(role));
  });

  protected changeAbsent(): void {
    this.draft.update((draft) => ({ ...draft, deputyAccountId: '', roles: [] }));
  }

  protected save(): void {
    void submitForm(this.form, this.summary(), async () => {
      const { validFrom, validTo, reason, ...rest } = this.draft();
      if (!validFrom || !validTo) return;
      await this.client.create({ ...rest, validFrom, validTo, reason: reason.trim() });
      await this.router.navigate(['/vertretungen']);
    });
  }
}
