import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { FormField, email, form, maxLength, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { Session, injectTexts } from '@wir/shared/console';
import { Control, DayField, ErrorSummary, Field, Icon, NoticeBox, PageHeader, submitForm } from '@wir/shared/ui';
import { AccountClient } from '../data/account-client';
import { lastDayFault, offeredRoles } from '../detail/role-offer';
import { RoleChoice } from './role-choice';
import { newAccountOf, type AccountDraft, type Side } from './account-draft';

/** A new account: for a new person, or a further one of a person who has one already. */
@Component({
  selector: 'app-new-account-page',
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
  templateUrl: './new-account-page.html',
  styleUrl: '../deputies/deputy-page.scss',
})
export class NewAccountPage {
  private readonly client = inject(AccountClient);
  private readonly router = inject(Router);
  private readonly summary = viewChild.required(ErrorSummary);
  protected readonly t = injectTexts();
  protected readonly sides: readonly Side[] = ['AUTHORITY', 'MUNICIPALITY'];

  /** An account of the person who gets a further one. */
  readonly konto = input<string>();
  private readonly known = resource({
    params: () => this.konto(),
    loader: ({ params, abortSignal }) => this.client.byId(params, abortSignal),
  });
  protected readonly person = computed(() => (this.known.hasValue() ? this.known.value() : null));
  private readonly all = resource({ loader: () => this.client.municipalities() });
  protected readonly municipalities = computed(() => (this.all.hasValue() ? this.all.value() : []));

  protected readonly draft = signal<AccountDraft>({
    name: '',
    email: '',
    side: 'AUTHORITY',
    organisation: '',
    applicantId: '',
    roles: [],
    validFrom: inject(Session).today(),
    validTo: null,
    reason: '',
  });
  protected readonly form = form(this.draft, (path) => {
    validate(path.name, ({ value }) => (!this.konto() && value().trim() === '' ? { kind: 'required' } : null));
    maxLength(path.name, 200);
    required(path.email);
    email(path.email);
    maxLength(path.organisation, 300);
    validate(path.applicantId, ({ value, valueOf }) =>
      valueOf(path.side) === 'MUNICIPALITY' && value() === '' ? { kind: 'required' } : null,
    );
    validate(path.roles, ({ value }) => (value().length === 0 ? { kind: 'grant.role-missing' } : null));
    required(path.validFrom);
    validate(path.validTo, ({ value, valueOf }) =>
      lastDayFault({ validFrom: valueOf(path.validFrom), validTo: value() }),
    );
    validate(path.reason, ({ value }) => (value().trim() === '' ? { kind: 'required' } : null));
    maxLength(path.reason, 2000);
  });
  protected readonly roles = computed(() => offeredRoles(this.draft().side === 'MUNICIPALITY'));

  /** The roles of the other side do not fit any more. */
  protected changeSide(): void {
    this.draft.update((draft) => ({ ...draft, roles: [] }));
  }

  protected create(): void {
    void submitForm(this.form, this.summary(), async () => {
      const account = await this.client.create(newAccountOf(this.draft(), this.person()?.personId ?? null));
      await this.router.navigate(['/zugaenge', account.id, 'konto'], { state: { created: true } });
    });
  }
}
