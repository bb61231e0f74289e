import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  resource,
  viewChild,
} from '@angular/core';
import { FormField, form, maxLength, minLength, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { roleLabel } from '@wir/identity/domain';
import type { DelegableRole } from '@wir/shared/contract';
import { Session, injectTexts } from '@wir/shared/console';
import { CheckField, Control, DayField, ErrorSummary, Field, submitForm } from '@wir/shared/ui';
import { OwnDelegationClient } from '../../data/own-delegation-client';

interface Wish {
  readonly deputyAccountId: string;
  readonly roles: readonly { readonly role: DelegableRole; readonly chosen: boolean }[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly reason: string;
}

/** Who stands in, for which of the own roles, from when until when, and why. */
@Component({
  selector: 'app-delegation-form',
  imports: [CheckField, Control, DayField, ErrorSummary, Field, FormField, MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './delegation-form.html',
  styleUrl: './delegation-form.scss',
})
export class DelegationForm {
  private readonly client = inject(OwnDelegationClient);
  private readonly session = inject(Session);
  private readonly summary = viewChild.required(ErrorSummary);
  protected readonly t = injectTexts();
  protected readonly roleLabel = roleLabel;

  readonly roles = input.required<readonly DelegableRole[]>();
  readonly saved = output<void>();
  readonly cancelled = output<void>();

  private readonly people = resource({ loader: ({ abortSignal }) => this.client.candidates(abortSignal) });
  protected readonly candidates = computed(() => (this.people.hasValue() ? this.people.value() : []));
  protected readonly isEmpty = computed(() => this.people.hasValue() && this.people.value().length === 0);

  protected readonly wish = linkedSignal<readonly DelegableRole[], Wish>({
    source: this.roles,
    computation: (roles, previous) =>
      previous?.value ?? {
        deputyAccountId: '',
        roles: roles.map((role) => ({ role, chosen: true })),
        validFrom: this.session.today(),
        validTo: null,
        reason: '',
      },
  });
  protected readonly form = form(this.wish, (path) => {
    required(path.deputyAccountId);
    required(path.validFrom);
    required(path.validTo);
    required(path.reason);
    minLength(path.reason, 3);
    maxLength(path.reason, 500);
    validate(path.validFrom, ({ value }) =>
      value() !== null && (value() ?? '') < this.session.today() ? { kind: 'delegation.starts-in-past' } : null,
    );
    validate(path.validTo, ({ value, valueOf }) => {
      const [from, to] = [valueOf(path.validFrom), value()];
      return from !== null && to !== null && to < from ? { kind: 'delegation.period-reversed' } : null;
    });
    validate(path.roles, ({ value }) => (value().some(({ chosen }) => chosen) ? null : { kind: 'required' }));
  });
  protected readonly missesRoles = computed(() => this.form.roles().touched() && this.form.roles().errors().length > 0);

  protected save(): void {
    const { deputyAccountId, roles, validFrom, validTo, reason } = this.wish();
    void submitForm(this.form, this.summary(), async () => {
      await this.client.create({
        deputyAccountId,
        roles: roles.filter(({ chosen }) => chosen).map(({ role }) => role),
        validFrom: validFrom ?? '',
        validTo: validTo ?? '',
        reason: reason.trim(),
      });
      this.saved.emit();
    });
  }
}
