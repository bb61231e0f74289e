import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { ApiProblem, Session, asApiProblem, injectTexts } from '@wir/shared/console';
import { Icon, MomentPipe, NoticeBox, ProblemPanel, Skeleton } from '@wir/shared/ui';
import { PasskeyCeremony } from '../../passkeys/passkey-ceremony';
import { FactorActs } from './factor-acts';
import { PasswordPanel } from './password-panel';

/** Second factors, recovery codes and the password. */
@Component({
  selector: 'app-security-tab',
  imports: [Icon, MatButton, MomentPipe, NoticeBox, PasswordPanel, ProblemPanel, RouterLink, Skeleton],
  providers: [FactorActs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './security-tab.html',
  styleUrl: './security-tab.scss',
})
export class SecurityTab {
  protected readonly acts = inject(FactorActs);
  protected readonly session = inject(Session);
  protected readonly canUsePasskeys = inject(PasskeyCeremony).isPossible();
  protected readonly t = injectTexts();

  protected readonly factors = computed(() => (this.acts.factors.hasValue() ? this.acts.factors.value() : undefined));
  protected readonly hasFactor = computed(() => {
    const factors = this.factors();
    return factors !== undefined && (factors.totp !== null || factors.passkeys.length > 0);
  });
  protected readonly problem = computed<ApiProblem | null>(() => {
    const error = this.acts.factors.error();
    return error ? asApiProblem(error.cause instanceof ApiProblem ? error.cause : error) : null;
  });
  /** Few enough to make new ones in time. */
  protected readonly fewCodes = computed(() => this.hasFactor() && (this.factors()?.recoveryCodesLeft ?? 0) <= 3);
}
