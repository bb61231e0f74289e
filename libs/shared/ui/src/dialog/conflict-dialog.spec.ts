import { ComponentFixture, TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { ConflictDialog } from './conflict-dialog';
import type { Conflict } from './conflicts';

const CONFLICT: Conflict = {
  changedBy: 'Herr Muster',
  changedAt: '2026-03-02T08:10:00Z',
  fields: [
    { name: 'title', label: 'Titel', mine: 'Vielfalt vor Ort', theirs: 'Vielfalt in der Stadt' },
    { name: 'purpose', label: 'Zweck', mine: 'Beratung', theirs: 'Begegnung' },
    { name: 'contactName', label: 'Ansprechperson', mine: 'Frau Amt', theirs: 'Frau Amt' },
  ],
};

describe('solving a conflict', () => {
  let fixture: ComponentFixture<ConflictDialog>;
  let host: HTMLElement;
  const close = jest.fn();

  beforeEach(async () => {
    close.mockClear();
    TestBed.configureTestingModule({
      providers: [
        { provide: MAT_DIALOG_DATA, useValue: CONFLICT },
        { provide: MatDialogRef, useValue: { close } },
      ],
    });
    fixture = TestBed.createComponent(ConflictDialog);
    await fixture.whenStable();
    host = fixture.nativeElement;
  });

  function press(name: string): void {
    [...host.querySelectorAll('button')].find((button) => button.textContent?.trim() === name)?.click();
  }

  it('says who saved and when, and that nothing is lost', () => {
    expect(host.textContent).toContain('Herr Muster');
    expect(host.textContent).toContain('02.03.2026, 09:10 Uhr');
    expect(host.textContent).toContain('Ihr Text ist noch da');
  });

  it('compares only what differs', () => {
    expect([...host.querySelectorAll('legend')].map((legend) => legend.textContent)).toEqual(['Titel', 'Zweck']);
  });

  it('keeps the own text unless the person gives it up', () => {
    press('Auswahl übernehmen');

    expect(close).toHaveBeenCalledWith({ title: 'mine', purpose: 'mine' });
  });

  it('takes the other text field by field', async () => {
    host.querySelectorAll<HTMLInputElement>('fieldset:nth-of-type(2) input')[1]?.click();
    await fixture.whenStable();
    press('Auswahl übernehmen');

    expect(close).toHaveBeenCalledWith({ title: 'mine', purpose: 'theirs' });
  });

  it('can be put off', () => {
    press('Später entscheiden');

    expect(close).toHaveBeenCalledWith();
  });
});
