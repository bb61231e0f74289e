import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { FormField, form } from '@angular/forms/signals';
import { Field } from '@wir/shared/ui';
import { IbanField } from './iban-field';

@Component({
  selector: 'app-iban-host',
  imports: [Field, FormField, IbanField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<app-field [field]="form.iban" label="IBAN"><app-iban-field [formField]="form.iban" /></app-field>`,
})
class IbanHost {
  readonly model = signal({ iban: '' });
  readonly form = form(this.model);
}

describe('typing an IBAN', () => {
  let fixture: ComponentFixture<IbanHost>;
  let box: HTMLInputElement;

  beforeEach(async () => {
    fixture = TestBed.createComponent(IbanHost);
    await fixture.whenStable();
    box = fixture.nativeElement.querySelector('input');
  });

  async function type(text: string, caret = text.length): Promise<void> {
    box.value = text;
    box.setSelectionRange(caret, caret);
    box.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  }

  const note = (): string => fixture.nativeElement.querySelector('.note').textContent.trim();

  it('shows groups of four and holds it without blanks', async () => {
    await type('de89370400440532013000');

    expect(box.value).toBe('DE89 3704 0044 0532 0130 00');
    expect(fixture.componentInstance.model().iban).toBe('DE89370400440532013000');
    expect(note()).toBe('Die IBAN ist gültig.');
  });

  it('takes a pasted one with blanks of any kind', async () => {
    await type(' DE89\u00a03704 0044 0532 0130 00 ');

    expect(fixture.componentInstance.model().iban).toBe('DE89370400440532013000');
  });

  it('says how many characters are missing', async () => {
    await type('DE89 3704 0044');

    expect(note()).toBe('Es fehlen noch 10 Zeichen.');
  });

  it('says that a check digit is wrong', async () => {
    await type('DE88370400440532013000');

    expect(note()).toContain('Die IBAN stimmt nicht.');
  });

  it('keeps the caret behind the character typed in the middle', async () => {
    await type('DE89 37X04', 8);

    expect(box.value).toBe('DE89 37X0 4');
    expect(box.selectionStart).toBe(8);
  });
});
