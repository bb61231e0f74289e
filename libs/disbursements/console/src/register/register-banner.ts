import { ChangeDetectionStrategy, Component, computed, inject, output, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Session, asApiProblem, injectTexts, type ApiProblem } from '@wir/shared/console';
import type { RegisterReconciliationDto } from '@wir/shared/contract';
import { Confirm, Icon, NoticeBox, ProblemPanel } from '@wir/shared/ui';
import { PaymentClient } from '../data/payment-client';

/**
 * The register outside the database knows of exports that the database does not: it was restored from a copy. Nothing
 * may be ordered or exported until the two agree again.
 */
@Component({
  selector: 'app-register-banner',
  imports: [Icon, MatButton, NoticeBox, ProblemPanel, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (damagedLine(); as line) {
      <app-notice-box tone="danger" role="alert">
        <strong>{{ t('disbursements.register.damaged', { line }) }}</strong>
        {{ t('disbursements.register.damagedHint') }}
      </app-notice-box>
    } @else if (missing().length > 0) {
      <app-notice-box tone="danger" role="alert">
        <strong>{{ t('disbursements.register.newer') }}</strong>
        {{ t('disbursements.register.runs', { numbers: missing().join(', ') }) }}
        <p>{{ t('disbursements.register.what') }}</p>
        @if (session.can('payment-run.reconcile-register')) {
          <button matButton="filled" type="button" [attr.aria-disabled]="busy()" (click)="reconcile()">
            <app-icon name="scale" /> {{ t('disbursements.register.reconcile') }}
          </button>
        } @else {
          <p>{{ t('disbursements.register.who') }}</p>
        }
      </app-notice-box>
    }
    @if (problem(); as problem) {
      <app-problem-panel [problem]="problem" [retryable]="false" />
    }
    <div role="status">
      @if (done(); as done) {
        <app-notice-box tone="success">
          <strong>{{ t('disbursements.register.done') }}</strong>
          {{ t('disbursements.register.adopted', { runs: done.adoptedRuns, open: done.discrepancies }) }}
          @if (done.discrepancies > 0) {
            <a routerLink="/zahlungslauf/klaerungsfaelle">{{ t('disbursements.discrepancy.listTitle') }}</a>
          }
        </app-notice-box>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    p {
      margin: 0.5rem 0;
    }
    app-notice-box,
    app-problem-panel {
      margin-bottom: 1rem;
    }
  `,
})
export class RegisterBanner {
  private readonly client = inject(PaymentClient);
  private readonly confirm = inject(Confirm);
  protected readonly session = inject(Session);
  protected readonly t = injectTexts();

  readonly reconciled = output<void>();

  private readonly register = resource({
    params: () => (this.session.can('payment-run.read') ? true : undefined),
    loader: ({ abortSignal }) => this.client.register(abortSignal),
  });
  /** A register that cannot be asked is no finding: the server refuses by itself what must wait. */
  protected readonly missing = computed(() =>
    this.register.hasValue() ? this.register.value().missingRunNumbers : [],
  );
  protected readonly damagedLine = computed(() =>
    this.register.hasValue() ? this.register.value().damagedLine : null,
  );
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly done = signal<RegisterReconciliationDto | null>(null);

  protected async reconcile(): Promise<void> {
    if (this.busy()) return;
    const answer = await this.confirm.ask({
      title: 'disbursements.register.title',
      text: 'disbursements.register.text',
      confirm: 'disbursements.register.reconcile',
      params: { numbers: this.missing().join(', ') },
    });
    if (!answer) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.done.set(await this.client.reconcileRegister());
      this.register.reload();
      this.reconciled.emit();
    } catch (error) {
      this.problem.set(asApiProblem(error));
    } finally {
      this.busy.set(false);
    }
  }
}
