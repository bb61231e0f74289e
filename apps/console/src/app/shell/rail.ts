import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { injectTexts } from '@wir/shared/console';
import { Icon } from '@wir/shared/ui';
import type { Destination } from './navigation';

/** The main navigation: icons and words, or icons alone with the word as tooltip and name. */
@Component({
  selector: 'app-rail',
  imports: [Icon, RouterLink, RouterLinkActive],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class.collapsed]': 'collapsed()' },
  templateUrl: './rail.html',
  styleUrl: './rail.scss',
})
export class Rail {
  protected readonly t = injectTexts();
  readonly destinations = input.required<readonly Destination[]>();
  readonly collapsed = input.required<boolean>();
  readonly drawer = input(false);
  readonly collapsedChange = output<boolean>();
  /** A destination was chosen or the drawer is to close. */
  readonly leave = output<void>();
}
