import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { ROLES, roleLabel } from '@wir/identity/domain';
import { injectTexts } from '@wir/shared/console';
import type { DemoAccountDto } from '@wir/shared/contract';
import { Icon } from '@wir/shared/ui';

/** Accounts of the demo, one click each: the ministry's people, and the municipalities with a filter. */
@Component({
  selector: 'app-demo-accounts',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './demo-accounts.html',
  styleUrl: './demo-accounts.scss',
})
export class DemoAccounts {
  protected readonly t = injectTexts();
  readonly accounts = input.required<readonly DemoAccountDto[]>();
  readonly busy = input(false);
  readonly chosen = output<DemoAccountDto>();

  protected readonly needle = signal('');
  protected readonly ministry = computed(() =>
    this.accounts()
      .filter((account) => !account.applicantName)
      .sort((a, b) => rank(a) - rank(b) || a.email.localeCompare(b.email)),
  );
  private readonly municipal = computed(() => this.accounts().filter((account) => account.applicantName));
  protected readonly municipalities = computed(() => {
    const needle = this.needle().trim().toLocaleLowerCase('de');
    const byName = new Map<string, DemoAccountDto[]>();
    for (const account of this.municipal()) {
      const name = account.applicantName ?? '';
      if (name.toLocaleLowerCase('de').includes(needle)) byName.set(name, [...(byName.get(name) ?? []), account]);
    }
    return [...byName]
      .map(([name, accounts]) => ({ name, accounts }))
      .sort((a, b) => a.name.localeCompare(b.name, 'de'));
  });

  protected roles(account: DemoAccountDto): string {
    return account.roles.map((role) => roleLabel(role)).join(', ');
  }
}

/** In the order of the work, not of the alphabet. */
function rank(account: DemoAccountDto): number {
  return ROLES.findIndex((role) => account.roles.includes(role));
}
