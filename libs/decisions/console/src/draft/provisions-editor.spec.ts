import { signal } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { form } from '@angular/forms/signals';
import type { DraftValue } from './draft-value';
import { NoticeDraft } from './notice-draft';
import { missingStandards, moveProvision } from './provision-edits';
import { ProvisionsEditor } from './provisions-editor';

const TEXTS = { purpose: '', reasons: '', payoutRule: '', proofRule: '', closing: '' };

describe('the ancillary provisions', () => {
  let fixture: ComponentFixture<ProvisionsEditor>;
  let host: HTMLElement;
  const value = signal<DraftValue>({ texts: TEXTS, provisions: [] });

  beforeEach(async () => {
    value.set({
      texts: TEXTS,
      provisions: [
        { type: 'CONDITION', text: 'Bedingung', dueDate: null },
        { type: 'OBLIGATION', text: 'Auflage', dueDate: '2026-09-30' },
      ],
    });
    TestBed.configureTestingModule({
      providers: [
        {
          provide: NoticeDraft,
          useFactory: () => ({
            value,
            form: form(value),
            change: (edit: (before: DraftValue) => DraftValue) => value.update(edit),
          }),
        },
      ],
    });
    fixture = TestBed.createComponent(ProvisionsEditor);
    fixture.componentRef.setInput('periodEnd', '2030-12-31');
    document.body.append(fixture.nativeElement);
    await fixture.whenStable();
    host = fixture.nativeElement;
  });

  afterEach(() => host.remove());

  async function press(name: string): Promise<void> {
    const buttons = [...document.querySelectorAll('button')];
    buttons.find((button) => [button.ariaLabel, button.textContent?.trim()].includes(name))?.click();
    await fixture.whenStable();
  }

  const texts = (): string[] => value().provisions.map(({ text }) => text);

  it('show a day for an Auflage only', () => {
    expect(host.querySelectorAll('app-day-field')).toHaveLength(1);
    expect(host.querySelector<HTMLInputElement>('app-day-field input')?.value).toBe('30.09.2026');
  });

  it('are edited in place', async () => {
    const area = host.querySelector<HTMLTextAreaElement>('[data-provision="0"] textarea');
    if (area) area.value = 'Neue Bedingung';
    area?.dispatchEvent(new Event('input'));
    await fixture.whenStable();

    expect(texts()).toEqual(['Neue Bedingung', 'Auflage']);
  });

  it('are removed, and the focus stays in the list', async () => {
    await press('Bestimmung 1 entfernen');

    expect(texts()).toEqual(['Auflage']);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Bestimmung 1 entfernen');
  });

  it('are moved by buttons, and the focus goes with them', async () => {
    await press('Bestimmung 2 nach oben');

    expect(texts()).toEqual(['Auflage', 'Bedingung']);
    expect(document.activeElement?.closest('li')?.dataset['provision']).toBe('0');
  });

  it('are added with a text of the programme or with an own one', async () => {
    await press('Nebenbestimmung hinzufügen');
    const entries = [...document.querySelectorAll('[mat-menu-item]')].map(({ textContent }) =>
      textContent?.replace(/\s+/g, ' ').trim(),
    );
    await press('Auflage mit eigenem Text');

    expect(entries[0]).toBe('Befristung: Die Bewilligung ist bis zum 31. Dezember 2030 befristet.');
    expect(value().provisions[2]).toMatchObject({ type: 'OBLIGATION', text: '', dueDate: null });
    expect(document.activeElement?.closest('li')?.dataset['provision']).toBe('2');
  });
});

describe('editing the list', () => {
  const provisions = missingStandards([], '2030-12-31');

  it('offers the texts of the programme that are not there yet', () => {
    expect(provisions.map(({ type }) => type)).toContain('REVOCATION_RESERVE');
    expect(missingStandards(provisions, '2030-12-31')).toEqual([]);
  });

  it('does nothing at the ends', () => {
    expect(moveProvision(provisions, 0, -1)).toEqual(provisions);
    expect(moveProvision(provisions, provisions.length - 1, 1)).toEqual(provisions);
  });
});
