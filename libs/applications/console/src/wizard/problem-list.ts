import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Texts, errorText, injectTexts } from '@wir/shared/console';
import { Icon } from '@wir/shared/ui';
import type { Step } from './draft/draft-steps';

export interface ListedProblem {
  readonly path: string;
  readonly code: string;
  /** Name of the field. */
  readonly label: string;
  readonly step: Step;
}

/** All that is still missing, in the order of the form; each entry leads to its field. */
@Component({
  selector: 'app-problem-list',
  imports: [Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section [attr.aria-label]="t('applications.problems.title')">
      <h2>
        <app-icon name="error" />
        {{
          sentences().length === 1
            ? t('applications.problems.one')
            : t('applications.problems.many', { count: sentences().length })
        }}
      </h2>
      <ul>
        @for (problem of sentences(); track problem.path + problem.code) {
          <li>
            <a
              [routerLink]="['/antraege', applicationId(), 'bearbeiten', problem.step]"
              [queryParams]="{ feld: problem.path }"
              [state]="{ keepFocus: true }"
            >
              <strong>{{ problem.label }}:</strong> {{ problem.sentence }}
            </a>
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    section {
      padding: 1rem 1.25rem;
      background: color-mix(in oklch, var(--kern-color-feedback-danger-background) 60%, var(--app-surface));
      border-left: 4px solid var(--kern-color-feedback-danger);
      border-radius: var(--app-radius);
    }
    h2 {
      display: flex;
      gap: 0.5rem;
      align-items: center;
      margin-bottom: 0.5rem;
      font-size: 1.0625rem;
    }
    h2 app-icon {
      color: var(--kern-color-feedback-danger);
    }
    ul {
      margin: 0;
      padding-left: 1.75rem;
    }
    li {
      padding: 0.1875rem 0;
    }
  `,
})
export class ProblemList {
  private readonly texts = inject(Texts);
  protected readonly t = injectTexts();

  readonly problems = input.required<readonly ListedProblem[]>();
  readonly applicationId = input.required<string>();

  protected readonly sentences = computed(() =>
    this.problems().map((problem) => ({ ...problem, sentence: errorText(problem.code, this.texts.language()) })),
  );
}
