import { OverlayContainer } from '@angular/cdk/overlay';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Session, addErrorTexts } from '@wir/shared/console';
import type { ApplicationDto } from '@wir/shared/contract';
import { ApplicationClient } from '../data/application-client';
import { sampleApplication } from '../testing/sample-application';
import { ApplicationPage } from './application-page';

const ACTIONS = [
  { action: 'confirmCompleteness', allowed: true, reasonCode: null },
  { action: 'recommend', allowed: false, reasonCode: 'application.not-recommendable' },
  { action: 'answerChecks', allowed: false, reasonCode: 'application.wrong-state' },
];

describe('the head of a case', () => {
  const client = { get: jest.fn(), step: jest.fn() };
  let harness: RouterTestingHarness;
  let host: HTMLElement;

  async function open(application: Partial<ApplicationDto>): Promise<void> {
    addErrorTexts({ 'application.not-recommendable': { de: 'Der Prüfvermerk ist noch nicht vollständig.', en: '' } });
    client.get.mockReset().mockResolvedValue(sampleApplication(application));
    client.step
      .mockReset()
      .mockResolvedValue(sampleApplication({ ...application, state: 'UNDER_REVIEW', actions: [] }));
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: 'antraege/:id', component: ApplicationPage }], withComponentInputBinding()),
        { provide: ApplicationClient, useValue: client },
        { provide: Session, useValue: { can: () => true, today: () => '2026-03-02' } },
      ],
    });
    harness = await RouterTestingHarness.create('/antraege/a-1');
    await harness.fixture.whenStable();
    host = harness.fixture.nativeElement;
  }

  const words = (element: Element | null | undefined): string =>
    (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

  it('shows the one next step as a button', async () => {
    await open({ state: 'SUBMITTED', actions: ACTIONS });

    expect(words(host.querySelector('.actions button'))).toBe('Vollständig');
  });

  it('says in the menu why a deed is not open, and does not do it', async () => {
    await open({ state: 'SUBMITTED', actions: ACTIONS });

    [...host.querySelectorAll<HTMLElement>('.actions button')].at(-1)?.click();
    await harness.fixture.whenStable();

    const menu = TestBed.inject(OverlayContainer).getContainerElement();
    expect(words(menu)).toContain('Empfehlen Der Prüfvermerk ist noch nicht vollständig.');
    menu.querySelector<HTMLElement>('.refused')?.click();
    expect(client.step).not.toHaveBeenCalled();
  });

  it('leaves out deeds that have no button of their own', async () => {
    await open({ state: 'SUBMITTED', actions: ACTIONS });

    expect(words(host)).not.toContain('answerChecks');
  });

  it('takes the new state from the answer', async () => {
    await open({ state: 'SUBMITTED', actions: ACTIONS });

    host.querySelector<HTMLElement>('.actions button')?.click();
    await harness.fixture.whenStable();

    expect(client.step).toHaveBeenCalledWith('a-1', 'completeness');
    expect(words(host.querySelector('app-status-chip'))).toBe('in Prüfung');
  });

  it('names the deed after the open request', async () => {
    await open({ state: 'INFO_REQUESTED', actions: [{ action: 'edit', allowed: true, reasonCode: null }] });

    expect(words(host.querySelector('.actions button'))).toBe('Nachforderung beantworten');
  });
});
