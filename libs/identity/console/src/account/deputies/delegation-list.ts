import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { isRole, roleLabel } from '@wir/identity/domain';
import { Session, injectTexts } from '@wir/shared/console';
import type { DelegationDto } from '@wir/shared/contract';
import { DayPipe, Icon } from '@wir/shared/ui';

/** Delegations that hold now or will. `side` says whose name stands first: the other person's. */
@Component({
  selector: 'app-delegation-list',
  imports: [DayPipe, Icon, MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul>
      @for (delegation of delegations(); track delegation.id) {
        <li>
          <app-icon class="sign" name="person" />
          <div class="words">
            <h3>{{ name(delegation) }}</h3>
            <p>
              {{ role(delegation) }}, {{ delegation.validFrom | day }} – {{ delegation.validTo | day }}
              @if (delegation.validFrom > today()) {
                <span class="muted">({{ t('identity.deputies.later') }})</span>
              }
            </p>
            <p class="muted">{{ t('identity.deputies.because', { reason: delegation.reason }) }}</p>
          </div>
          <button matButton type="button" (click)="end.emit(delegation)">
            {{ t(side() === 'deputy' ? 'identity.deputies.endShort' : 'identity.deputies.giveBack')
            }}<span class="visually-hidden">: {{ name(delegation) }}, {{ role(delegation) }}</span>
          </button>
        </li>
      } @empty {
        <li class="none muted">
          {{ t(side() === 'deputy' ? 'identity.deputies.noneForMe' : 'identity.deputies.noneByMe') }}
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      margin: 0.75rem 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: 0.25rem 1rem;
      align-items: center;
      padding: 0.875rem 0;
      border-top: 1px solid var(--app-line);
    }
    li:last-child {
      padding-bottom: 0;
    }
    .none {
      display: block;
    }
    .sign {
      width: 1.75rem;
      height: 1.75rem;
      color: var(--app-muted);
    }
    p {
      margin: 0;
      overflow-wrap: anywhere;
    }
    @media (max-width: 40rem) {
      li {
        grid-template-columns: auto minmax(0, 1fr);
        align-items: start;
      }
      li > button {
        grid-column: 2;
        justify-self: start;
        margin-left: -0.75rem;
      }
    }
  `,
})
export class DelegationList {
  private readonly session = inject(Session);
  protected readonly t = injectTexts();
  readonly delegations = input.required<readonly DelegationDto[]>();
  readonly side = input.required<'deputy' | 'absent'>();
  readonly end = output<DelegationDto>();

  protected readonly today = (): string => this.session.today();

  protected name(delegation: DelegationDto): string {
    return this.side() === 'deputy' ? delegation.deputyName : delegation.absentName;
  }

  protected role({ role }: DelegationDto): string {
    return isRole(role) ? roleLabel(role) : role;
  }
}
