import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Texts, injectTexts } from '@wir/shared/console';
import type { CommitmentAuthorisationDto } from '@wir/shared/contract';
import { cents, formatEuro } from '@wir/shared/kernel';
import { AS_OF_PARAM } from '../data/as-of';
import { authorisationAmountOf, figureLabel, figureLink, type AuthorisationFigure } from '../look/figure';
import { WholeEuroPipe } from '../value/whole-euro-pipe';

const FIGURES: readonly AuthorisationFigure[] = ['ve_authorised', 've_used', 've_lapsed', 've_free'];

/** Verpflichtungsermächtigungen: what the budget of one year allows to promise for later ones. */
@Component({
  selector: 'app-authorisation-table',
  imports: [RouterLink, WholeEuroPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './authorisation-table.html',
  styles: `
    a {
      display: inline-block;
      min-height: 1.5rem;
      color: inherit;
      text-decoration: none;
    }
    a:hover {
      color: var(--app-action);
      text-decoration: underline;
    }
    .plain-table :is(th, td) {
      padding-inline: 0.5rem;
    }
    tbody + tbody tr:first-child > * {
      border-top: 1px solid var(--app-line-strong);
    }
    .free {
      font-weight: 600;
    }
  `,
})
export class AuthorisationTable {
  private readonly texts = inject(Texts);
  protected readonly t = injectTexts();
  protected readonly figures = FIGURES;
  protected readonly label = figureLabel;

  readonly authorisations = input.required<readonly CommitmentAuthorisationDto[]>();
  readonly day = input<string | null>(null);

  protected readonly groups = computed(() => {
    const years = [...new Set(this.authorisations().map(({ budgetYear }) => budgetYear))];
    return years.map((year) => ({ year, rows: this.authorisations().filter(({ budgetYear }) => budgetYear === year) }));
  });

  protected amount(row: CommitmentAuthorisationDto, figure: AuthorisationFigure): number {
    return authorisationAmountOf(row, figure);
  }

  protected exact(row: CommitmentAuthorisationDto, figure: AuthorisationFigure): string {
    return formatEuro(cents(authorisationAmountOf(row, figure)), this.texts.language());
  }

  protected link(row: CommitmentAuthorisationDto, figure: AuthorisationFigure): string[] {
    return figureLink(row.budgetYear, figure);
  }

  protected query({ dueYear }: CommitmentAuthorisationDto): Record<string, string | number | null> {
    return { dueYear, [AS_OF_PARAM]: this.day() };
  }
}
