import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
} from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { ProvisionType } from '@wir/decisions/domain';
import { injectTexts } from '@wir/shared/console';
import { Control, DayField, Field, Icon } from '@wir/shared/ui';
import { PROVISION_TYPES, type ProvisionDraft } from './draft-value';
import { NoticeDraft } from './notice-draft';
import { addProvision, emptyProvision, missingStandards, moveProvision, removeProvision } from './provision-edits';

/** Nebenbestimmungen one by one: kind, text, for an Auflage its day; to be added, moved and removed (with undo). */
@Component({
  selector: 'app-provisions-editor',
  imports: [Control, DayField, Field, FormField, Icon, MatButton, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './provisions-editor.html',
  styleUrl: './provisions-editor.scss',
})
export class ProvisionsEditor {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly draft = inject(NoticeDraft);
  protected readonly t = injectTexts();

  /** The Befristung of the programme names the end of the period. */
  readonly periodEnd = input.required<string>();

  protected readonly types = PROVISION_TYPES;
  protected readonly count = computed(() => this.draft.value().provisions.length);
  protected readonly standards = computed(() => missingStandards(this.draft.value().provisions, this.periodEnd()));

  protected addEmpty(type: ProvisionType): void {
    this.add(emptyProvision(type));
  }

  protected add(provision: ProvisionDraft): void {
    this.edit((provisions) => addProvision(provisions, provision), 'decisions.undo.added', '.add');
    this.focus(`[data-provision="${this.count() - 1}"] textarea`);
  }

  protected remove(index: number): void {
    const place = `[data-provision="${index}"] .remove`;
    this.edit((provisions) => removeProvision(provisions, index), 'decisions.undo.removed', place);
    const next = Math.min(index, this.count() - 1);
    this.focus(next < 0 ? '.add' : `[data-provision="${next}"] .remove`);
  }

  protected move(index: number, by: -1 | 1): void {
    const place = `[data-provision="${index}"] textarea`;
    this.edit((provisions) => moveProvision(provisions, index, by), 'decisions.undo.moved', place);
    this.focus(`[data-provision="${index + by}"] textarea`);
  }

  private edit(
    change: (provisions: readonly ProvisionDraft[]) => ProvisionDraft[],
    label: string,
    place: string,
  ): void {
    this.draft.change((value) => ({ ...value, provisions: change(value.provisions) }), label, place);
  }

  /** Focus never falls to the page's start: it goes to the row that was touched or takes its place. */
  private focus(selector: string): void {
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus(), {
      injector: this.injector,
    });
  }
}
