import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { FormField, form, required } from '@angular/forms/signals';
import { EuroField } from './euro-field';
import { Field } from './field';

@Component({
  selector: 'app-euro-host',
  imports: [EuroField, Field, FormField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<app-field [field]="form.amountCents" label="Betrag" hint="Je Jahr"
    ><app-euro-field [formField]="form.amountCents"
  /></app-field>`,
})
class EuroHost {
  readonly model = signal<{ amountCents: number | null }>({ amountCents: null });
  readonly form = form(this.model, (path) => required(path.amountCents, { error: { kind: 'euro.empty' } }));
}

describe('typing an amount', () => {
  let fixture: ComponentFixture<EuroHost>;
  let box: HTMLInputElement;

  beforeEach(async () => {
    fixture = TestBed.createComponent(EuroHost);
    await fixture.whenStable();
    box = fixture.nativeElement.querySelector('input');
  });

  async function type(text: string): Promise<void> {
    box.value = text;
    box.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  }

  async function leave(): Promise<void> {
    box.dispatchEvent(new Event('blur'));
    await fixture.whenStable();
  }

  it.each([
    ['1234,5', 123450],
    ['1.234,50', 123450],
    ['1 234,50 €', 123450],
    ['120000', 12000000],
  ])('reads %s as %i cents', async (text, amountCents) => {
    await type(text);

    expect(fixture.componentInstance.model().amountCents).toBe(amountCents);
  });

  it('keeps the text as typed until the field is left, then shows it in German', async () => {
    await type('1234,5');
    expect(box.value).toBe('1234,5');

    await leave();
    expect(box.value).toBe('1.234,50');
  });

  it('asks back instead of guessing what 1.5 means', async () => {
    await type('1.5');
    await leave();

    expect(box.value).toBe('1.5');
    expect(box.getAttribute('aria-invalid')).toBe('true');
    expect(fixture.nativeElement.querySelector('.error').textContent).toContain('Meinen Sie ein Komma?');
  });

  it('says nothing before the field is left', async () => {
    await type('abc');

    expect(fixture.nativeElement.querySelector('.error')).toBeNull();
  });

  it('ties label, hint and error to the box', async () => {
    await type('abc');
    await leave();

    const label: HTMLLabelElement = fixture.nativeElement.querySelector('label');
    expect(label.htmlFor).toBe(box.id);
    const described = (box.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id) ?? fixture.nativeElement.querySelector(`#${id}`));
    expect(described.map((element) => element?.className)).toEqual(['hint', 'error']);
  });

  it('shows an amount that comes from the server', async () => {
    fixture.componentInstance.model.set({ amountCents: 60000000 });
    await fixture.whenStable();

    expect(box.value).toBe('600.000,00');
  });
});
