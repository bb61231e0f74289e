import {
  ChangeDetectionStrategy,
  Component,
  computed,
  debounced,
  inject,
  input,
  linkedSignal,
  resource,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { BUNDLE_KINDS, type BundleKind } from '@wir/records/domain';
import { asApiProblem, injectTexts, type ApiProblem } from '@wir/shared/console';
import { Icon, NoticeBox, PageHeader, ProblemPanel, Skeleton } from '@wir/shared/ui';
import { BundleClient, type BundleSubject } from '../data/bundle-client';

/** Names in the address (`?art=antrag&id=…&nummer=…`): other pages lead here with what they show. */
const KIND_OF_NAME: Readonly<Record<string, BundleKind>> = {
  antrag: 'CASE',
  auszahlung: 'PAYMENT',
  haushaltsjahr: 'BUDGET_YEAR',
};
const ASK_AFTER_MS = 250;

/** Asks for a bundle: what kind, of what, and what will be in it. */
@Component({
  selector: 'app-new-bundle-page',
  imports: [Icon, MatButton, NoticeBox, PageHeader, ProblemPanel, RouterLink, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './new-bundle-page.html',
  styleUrl: '../record-page.scss',
})
export class NewBundlePage {
  private readonly client = inject(BundleClient);
  private readonly router = inject(Router);
  protected readonly t = injectTexts();
  protected readonly kinds = BUNDLE_KINDS;

  readonly art = input<string>();
  // Of the address; the field of the class may not be called `id`, since that is the bundle elsewhere.
  readonly objekt = input<string>();
  readonly nummer = input<string>();

  protected readonly kind = linkedSignal<BundleKind>(() => KIND_OF_NAME[this.art() ?? ''] ?? 'CASE');
  protected readonly chosen = linkedSignal<BundleSubject | null>(() => {
    const [id, label] = [this.objekt(), this.nummer()];
    return id ? { id, label: label ?? id, detail: '' } : null;
  });
  protected readonly search = signal('');
  protected readonly missing = signal(false);
  protected readonly busy = signal(false);
  protected readonly refusal = signal<ApiProblem | null>(null);

  private readonly asked = debounced(() => this.search(), ASK_AFTER_MS);
  protected readonly found = resource({
    params: () => ({ kind: this.kind(), search: (this.asked.value() ?? '').trim() }),
    loader: ({ params, abortSignal }) => this.client.subjects(params.kind, params.search, abortSignal),
  });
  protected readonly offered = computed<readonly BundleSubject[]>(() => {
    const found = this.found.hasValue() ? this.found.value() : [];
    const chosen = this.chosen();
    return chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
  });
  protected readonly problem = computed(() => {
    const error = this.found.error();
    return error ? asApiProblem(error.cause ?? error) : null;
  });

  protected changeKind(kind: BundleKind): void {
    this.kind.set(kind);
    this.chosen.set(null);
    this.search.set('');
  }

  protected choose(subject: BundleSubject): void {
    this.chosen.set(subject);
    this.missing.set(false);
  }

  protected async make(): Promise<void> {
    const subject = this.chosen();
    this.missing.set(!subject);
    if (!subject || this.busy()) return;
    this.busy.set(true);
    this.refusal.set(null);
    try {
      const bundle = await this.client.make(this.kind(), subject.id);
      await this.router.navigate(['/akten/pruefmappen', bundle.id]);
    } catch (error) {
      this.refusal.set(asApiProblem(error));
    } finally {
      this.busy.set(false);
    }
  }
}
