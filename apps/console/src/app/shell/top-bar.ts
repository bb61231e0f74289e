import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Router, RouterLink } from '@angular/router';
import { isRole, roleLabel } from '@wir/identity/domain';
import { Language, LocalCopies, Preferences, Session, Theme, injectTexts } from '@wir/shared/console';
import { berlinDay, formatGermanDate } from '@wir/shared/kernel';
import { Icon, IconName } from '@wir/shared/ui';
import { BrandMark } from './brand-mark';
import { DemoClock } from './demo-clock';

/** Product, demo banner, help, language, appearance, person. */
@Component({
  selector: 'app-top-bar',
  imports: [BrandMark, DemoClock, Icon, MatButton, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'banner' },
  templateUrl: './top-bar.html',
  styleUrl: './top-bar.scss',
})
export class TopBar {
  private readonly router = inject(Router);
  private readonly copies = inject(LocalCopies);
  protected readonly session = inject(Session);
  protected readonly preferences = inject(Preferences);
  protected readonly t = injectTexts();

  readonly withMenu = input(false);
  readonly menu = output<void>();

  protected readonly languages: readonly { id: Language; label: string }[] = [
    { id: 'de', label: 'Deutsch' },
    { id: 'en', label: 'English' },
  ];
  protected readonly themes: readonly { id: Theme; icon: IconName; label: string }[] = [
    { id: 'light', icon: 'sun', label: 'shell.theme.light' },
    { id: 'dark', icon: 'moon', label: 'shell.theme.dark' },
    { id: 'system', icon: 'monitor', label: 'shell.theme.system' },
  ];
  protected readonly themeIcon = computed<IconName>(
    () => this.themes.find(({ id }) => id === this.preferences.theme())?.icon ?? 'monitor',
  );
  /** The page that signs in needs no link to itself. */
  protected readonly isSigningIn = computed(
    () => this.router.lastSuccessfulNavigation()?.finalUrl?.toString().startsWith('/anmelden') ?? false,
  );
  protected readonly roles = computed(() => (this.session.me()?.roles ?? []).map((role) => roleLabel(role)).join(', '));

  /** Whom the person stands in for now; every deed then carries both names. */
  protected readonly deputies = computed(() =>
    [...new Set((this.session.me()?.delegations ?? []).map(({ name }) => name))].join(', '),
  );
  protected readonly deputyDetail = computed(() =>
    (this.session.me()?.delegations ?? [])
      .map(({ role, name, until }) => {
        // It ends with the last day, that is when the next one begins.
        const last = formatGermanDate(berlinDay(new Date(Date.parse(until) - 1)));
        return this.t('shell.deputyRole', { role: isRole(role) ? roleLabel(role) : role, name, until: last });
      })
      .join('; '),
  );

  protected async signOut(): Promise<void> {
    await this.session.signOut();
    this.copies.dropAll();
    this.preferences.keep();
    await this.router.navigateByUrl('/anmelden');
  }
}
