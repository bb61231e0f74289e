import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { addErrorTexts } from '@wir/shared/console';
import { ProblemList, type ListedProblem } from './problem-list';

const PROBLEMS: readonly ListedProblem[] = [
  { path: 'title', code: 'application.title-missing', label: 'Titel des Vorhabens', step: 'vorhaben' },
  {
    path: 'years[2027].expenses[0].amountCents',
    code: 'application.amount-not-positive',
    label: 'Kosten 2027',
    step: 'kosten',
  },
];

describe('the list of what is missing', () => {
  async function show(problems: readonly ListedProblem[]): Promise<HTMLElement> {
    addErrorTexts({
      'application.title-missing': { de: 'Geben Sie dem Vorhaben einen Titel.', en: '' },
      'application.amount-not-positive': { de: 'Der Betrag muss größer als 0 € sein.', en: '' },
    });
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    const fixture = TestBed.createComponent(ProblemList);
    fixture.componentRef.setInput('problems', problems);
    fixture.componentRef.setInput('applicationId', 'a-1');
    await fixture.whenStable();
    return fixture.nativeElement;
  }

  it('leads from each entry to its page and field', async () => {
    const host = await show(PROBLEMS);

    expect([...host.querySelectorAll('a')].map((link) => decodeURIComponent(link.getAttribute('href') ?? ''))).toEqual([
      '/antraege/a-1/bearbeiten/vorhaben?feld=title',
      '/antraege/a-1/bearbeiten/kosten?feld=years[2027].expenses[0].amountCents',
    ]);
  });

  it('names the field and says what to do', async () => {
    const host = await show(PROBLEMS);

    expect(host.querySelector('a')?.textContent?.trim()).toBe(
      'Titel des Vorhabens: Geben Sie dem Vorhaben einen Titel.',
    );
    expect(host.querySelector('h2')?.textContent?.trim()).toBe('2 Angaben fehlen noch');
  });

  it('counts one in the singular', async () => {
    const host = await show(PROBLEMS.slice(0, 1));

    expect(host.querySelector('h2')?.textContent?.trim()).toBe('Eine Angabe fehlt noch');
  });
});
