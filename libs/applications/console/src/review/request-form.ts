import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { FormField, applyEach, form, maxLength, validate, validateTree } from '@angular/forms/signals';
import { MatButton, MatIconButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import {
  REQUEST_REASONS,
  informationRequestDueDate,
  informationRequestProblems,
  type RequestReason,
} from '@wir/applications/domain';
import { LocalCopies, Session, injectTexts } from '@wir/shared/console';
import { localDate, parseLocalDate } from '@wir/shared/kernel';
import { Control, DayField, ErrorSummary, Field, Icon, Skeleton, submitForm } from '@wir/shared/ui';
import { ApplicationClient } from '../data/application-client';
import { ApplicationStore } from '../detail/application-store';
import { fieldLabel } from '../detail/field-label';
import { DECLARATION_NAMES } from '../wizard/draft/plan-edits';
import { errorsAt } from '../wizard/field-at-path';
import { itemsOfChecks, type RequestItem } from './request-items';

interface RequestDraft {
  items: RequestItem[];
  dueDate: string | null;
}

/** A new information request: what is missing or wrong, at which field, and until when. Failed checks fill it in beforehand. */
@Component({
  selector: 'app-request-form',
  imports: [Control, DayField, ErrorSummary, Field, FormField, Icon, MatButton, MatIconButton, RouterLink, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './request-form.html',
  styleUrl: './request-form.scss',
})
export class RequestForm {
  private readonly client = inject(ApplicationClient);
  private readonly copies = inject(LocalCopies);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly summary = viewChild(ErrorSummary);
  protected readonly store = inject(ApplicationStore);
  protected readonly t = injectTexts();
  protected readonly reasons = REQUEST_REASONS;

  /** Code of the one check that this request is about; without it all failed checks are. */
  readonly frage = input<string>();

  private readonly today = localDate(this.session.today());
  private readonly model = signal<RequestDraft>({ items: [], dueDate: informationRequestDueDate(this.today) });
  protected readonly form = form(this.model, (path) => {
    applyEach(path.items, (item) => maxLength(item.text, 2000));
    validate(path.dueDate, ({ value }) => (value() === null ? { kind: 'date.invalid' } : null));
    validateTree(path, ({ value, fieldTree }) => {
      const { items, dueDate } = value();
      const day = parseLocalDate(dueDate ?? '');
      return errorsAt(fieldTree, day ? informationRequestProblems(items, day, this.today) : []);
    });
  });
  protected readonly fields = computed(() => {
    const application = this.store.application.value();
    const paths = [
      'title',
      'purpose',
      'periodStart',
      'contactName',
      'contactEmail',
      'years',
      ...(application?.years ?? []).flatMap((_year, index) => [`years[${index}].expenses`, `years[${index}].income`]),
      ...DECLARATION_NAMES.map((name) => `declarations.${name}`),
      'attachments',
    ];
    return paths.map((path) => ({ path, label: fieldLabel(path, application?.years ?? [], this.t) }));
  });

  private readonly checks = resource({
    params: () => this.store.id(),
    loader: ({ params, abortSignal }) => this.client.checks(params, abortSignal),
  });
  protected readonly isReady = signal(false);

  constructor() {
    effect(() => {
      const application = this.store.application.value();
      if (this.isReady() || !application || this.checks.isLoading()) return;
      this.begin();
      this.isReady.set(true);
    });
    effect(() => {
      if (this.isReady()) this.copies.keep(this.copyKey(), this.model(), 1);
    });
  }

  protected add(): void {
    this.model.update((draft) => ({
      ...draft,
      items: [...draft.items, { field: 'attachments', reason: 'MISSING', text: '' }],
    }));
    setTimeout(() => [...this.host.nativeElement.querySelectorAll<HTMLElement>('select.field')].at(-1)?.focus());
  }

  protected remove(index: number): void {
    this.model.update((draft) => ({ ...draft, items: draft.items.filter((_item, at) => at !== index) }));
    setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>('button.add')?.focus());
  }

  protected send(): void {
    const summary = this.summary();
    if (!summary) return;
    void submitForm(this.form, summary, async () => {
      const { items, dueDate } = this.model();
      const id = this.store.id() ?? '';
      const answer = await this.client.requestInformation(id, {
        items: items.map((item) => ({ ...item, text: item.text.trim() })),
        dueDate: dueDate ?? '',
      });
      this.isReady.set(false);
      this.copies.drop(this.copyKey());
      this.store.application.set(answer);
      await this.router.navigate(['/antraege', id, 'nachforderungen']);
    });
  }

  /** What was typed here before goes on; else the failed checks, else one empty item. */
  private begin(): void {
    const copy = this.copies.find(this.copyKey())?.value;
    const failed = this.checks.hasValue() ? itemsOfChecks(this.checks.value().items, this.frage(), this.t) : [];
    const kept = isDraft(copy) && copy.items.some(({ text }) => text.trim() !== '') ? copy : null;
    const fresh = failed.filter(
      ({ field, text }) => !kept?.items.some((item) => item.field === field && item.text === text),
    );
    const items = [...(kept?.items ?? []), ...fresh];
    this.model.update(({ dueDate }) => ({
      dueDate: kept?.dueDate ?? dueDate,
      items: items.length > 0 ? items : [EMPTY],
    }));
  }

  private copyKey(): string {
    return `information-request.${this.store.id() ?? ''}.${this.session.me()?.id ?? ''}`;
  }
}

const EMPTY: RequestItem = { field: 'attachments', reason: 'MISSING', text: '' };

function isDraft(value: unknown): value is RequestDraft {
  if (typeof value !== 'object' || value === null || !('items' in value) || !Array.isArray(value.items)) return false;
  return value.items.every(
    (item: unknown) =>
      typeof item === 'object' &&
      item !== null &&
      'field' in item &&
      'text' in item &&
      typeof item.text === 'string' &&
      'reason' in item &&
      REQUEST_REASONS.includes(item.reason as RequestReason),
  );
}
