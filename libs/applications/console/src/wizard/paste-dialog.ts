import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { Texts, injectTexts } from '@wir/shared/console';
import { EuroPipe, Icon } from '@wir/shared/ui';
import { readPastedLines, type PastedLine } from './draft/pasted-lines';

/** For those who do not paste into the grid: a box for the copied lines, and how they were understood. */
@Component({
  selector: 'app-paste-dialog',
  imports: [EuroPipe, Icon, MatButton, MatDialogActions, MatDialogContent, MatDialogTitle],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title tabindex="-1">{{ t('applications.paste.title') }}</h2>
    <mat-dialog-content>
      <label for="paste-text">{{ t('applications.paste.label') }}</label>
      <p class="muted" id="paste-hint">{{ t('applications.paste.hint') }}</p>
      <textarea
        #box
        id="paste-text"
        class="control"
        rows="6"
        aria-describedby="paste-hint"
        spellcheck="false"
        (input)="text.set(box.value)"
      ></textarea>
      <p role="status" class="count">
        @if (lines().length > 0) {
          {{ t('applications.paste.found', { count: lines().length }) }}
        }
      </p>
      @if (lines().length > 0) {
        <div class="scroll-region" role="region" tabindex="0" [attr.aria-label]="t('applications.paste.preview')">
          <table class="plain-table">
            <thead>
              <tr>
                <th scope="col">{{ t('applications.grid.component') }}</th>
                <th scope="col">{{ t('applications.grid.label') }}</th>
                <th scope="col" class="amount">{{ t('applications.grid.fte') }}</th>
                <th scope="col" class="amount">{{ t('applications.grid.months') }}</th>
                <th scope="col" class="amount">{{ t('applications.grid.amount') }}</th>
              </tr>
            </thead>
            <tbody>
              @for (line of lines(); track $index) {
                <tr>
                  <td>{{ t('applications.component.' + line.expense.component) }}</td>
                  <td>{{ line.expense.label || '–' }}</td>
                  <td class="amount">{{ quantity(line.expense.fte) }}</td>
                  <td class="amount">{{ quantity(line.expense.months) }}</td>
                  <td class="amount">
                    @if (line.unreadable !== null) {
                      <span class="bad"><app-icon name="alert" /> {{ line.unreadable || '–' }}</span>
                    } @else {
                      {{ line.expense.amountCents | euro }}
                    }
                  </td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" (click)="reference.close()">{{ t('applications.cancel') }}</button>
      <button matButton="filled" type="button" [disabled]="lines().length === 0" (click)="reference.close(lines())">
        {{ t('applications.paste.take') }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    label {
      font-weight: 500;
    }
    .count {
      min-height: 1.5rem;
      margin: 0.5rem 0;
    }
    .bad {
      color: var(--kern-color-feedback-danger);
      font-weight: 500;
    }
  `,
})
export class PasteDialog {
  private readonly texts = inject(Texts);
  protected readonly t = injectTexts();
  protected readonly reference = inject<MatDialogRef<PasteDialog, readonly PastedLine[]>>(MatDialogRef);
  protected readonly text = signal('');
  protected readonly lines = computed(() => readPastedLines(this.text()));

  protected quantity(value: number | null): string {
    return value === null ? '–' : value.toLocaleString(this.texts.language() === 'de' ? 'de-DE' : 'en-GB');
  }
}
