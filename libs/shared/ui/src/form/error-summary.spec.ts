import { ChangeDetectionStrategy, Component, signal, viewChild } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { FormField, form, required } from '@angular/forms/signals';
import { ApiProblem } from '@wir/shared/console';
import { ErrorSummary } from './error-summary';
import { Control, Field } from './field';
import { submitForm } from './submit-form';

@Component({
  selector: 'app-summary-host',
  imports: [Control, ErrorSummary, Field, FormField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-error-summary [form]="form" />
    <app-field [field]="form.title" label="Titel"><input appControl [formField]="form.title" /></app-field>
    <app-field [field]="form.purpose" label="Zweck">
      <textarea appControl [formField]="form.purpose"></textarea>
    </app-field>
  `,
})
class SummaryHost {
  readonly model = signal({ title: '', purpose: '' });
  readonly form = form(this.model, (path) => {
    required(path.title);
    required(path.purpose);
  });
  readonly summary = viewChild.required(ErrorSummary);
}

describe('sending a form', () => {
  let fixture: ComponentFixture<SummaryHost>;
  let host: HTMLElement;

  beforeEach(async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'requestAnimationFrame', 'performance'] });
    fixture = TestBed.createComponent(SummaryHost);
    host = fixture.nativeElement;
    document.body.append(host);
    fixture.detectChanges();
  });

  afterEach(() => {
    host.remove();
    jest.useRealTimers();
  });

  async function send(deed: () => Promise<unknown>): Promise<boolean> {
    const done = await submitForm(fixture.componentInstance.form, fixture.componentInstance.summary(), deed);
    fixture.detectChanges();
    jest.runOnlyPendingTimers();
    return done;
  }

  const links = (): string[] =>
    [...host.querySelectorAll('li a')].map((link) => link.textContent?.replace(/\s+/g, ' ').trim() ?? '');

  it('names every fault with its field and takes the focus', async () => {
    const deed = jest.fn();
    expect(await send(deed)).toBe(false);

    expect(deed).not.toHaveBeenCalled();
    expect(links()).toEqual(['Titel: Bitte füllen Sie dieses Feld aus.', 'Zweck: Bitte füllen Sie dieses Feld aus.']);
    expect(document.activeElement?.getAttribute('role')).toBe('alert');
  });

  it('leads from the fault to its field', async () => {
    await send(async () => undefined);

    host.querySelectorAll<HTMLAnchorElement>('li a')[1]?.click();

    expect(document.activeElement?.tagName).toBe('TEXTAREA');
  });

  it('drops a fault as soon as it is corrected', async () => {
    await send(async () => undefined);

    fixture.componentInstance.model.set({ title: 'Vielfalt', purpose: '' });
    fixture.detectChanges();

    expect(links()).toEqual(['Zweck: Bitte füllen Sie dieses Feld aus.']);
  });

  it('puts the faults the server finds at their fields', async () => {
    fixture.componentInstance.model.set({ title: 'Vielfalt', purpose: 'Beratung' });
    const problem = new ApiProblem(400, 'input.invalid', '', 'r-1', [{ path: 'title', code: 'field.pattern' }]);
    await send(() => Promise.reject(problem));

    expect(links()).toEqual(['Titel: Die Angabe hat nicht die erwartete Form.']);
    expect(host.querySelector('input')?.getAttribute('aria-invalid')).toBe('true');
  });

  it('shows a refusal that belongs to no field with its number, and can be tried again', async () => {
    fixture.componentInstance.model.set({ title: 'Vielfalt', purpose: 'Beratung' });
    await send(() => Promise.reject(new ApiProblem(500, 'platform.unexpected', '', 'r-42')));
    expect(host.querySelector('[role=alert]')?.textContent).toContain('r-42');

    expect(await send(async () => undefined)).toBe(true);
    expect(host.querySelector('[role=alert]')).toBeNull();
  });
});
