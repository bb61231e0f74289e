import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ApiProblem, Session, addErrorTexts } from '@wir/shared/console';
import type { CheckDto } from '@wir/shared/contract';
import { Conflicts } from '@wir/shared/ui';
import { ApplicationClient } from '../data/application-client';
import { CheckLine } from './check-line';

const CHECK: CheckDto = {
  code: 'ECONOMICAL',
  group: 'FINANCIAL',
  question: 'Sind die Ausgaben wirtschaftlich und sparsam bemessen?',
  source: '§ 7 LHO',
  automatic: null,
  result: null,
  note: '',
  answeredBy: null,
  answeredAt: null,
  version: 0,
};

describe('answering a check', () => {
  let fixture: ComponentFixture<CheckLine>;
  let host: HTMLElement;
  const client = { answerCheck: jest.fn(), checks: jest.fn() };
  const conflicts = { resolve: jest.fn() };
  const answered = jest.fn();

  beforeAll(() => addErrorTexts({ 'request.version-stale': { de: 'Jemand hat inzwischen gespeichert.', en: '' } }));

  async function show(check: Partial<CheckDto> = {}, editable = true): Promise<void> {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: ApplicationClient, useValue: client },
        { provide: Conflicts, useValue: conflicts },
        { provide: Session, useValue: { me: () => ({ id: 'person-1' }) } },
      ],
    });
    fixture = TestBed.createComponent(CheckLine);
    fixture.componentRef.setInput('applicationId', 'a-1');
    fixture.componentRef.setInput('check', { ...CHECK, ...check });
    fixture.componentRef.setInput('editable', editable);
    fixture.componentInstance.answered.subscribe(answered);
    await fixture.whenStable();
    host = fixture.nativeElement;
  }

  beforeEach(() => {
    jest.resetAllMocks();
    client.answerCheck.mockImplementation((_id, _code, body, version) =>
      Promise.resolve({ ...CHECK, ...body, version: version + 1 }),
    );
  });

  async function choose(result: string): Promise<void> {
    host.querySelector<HTMLInputElement>(`input[value=${result}]`)?.click();
    await fixture.whenStable();
  }

  async function press(name: string): Promise<void> {
    [...host.querySelectorAll('button')].find((button) => button.textContent?.includes(name))?.click();
    await fixture.whenStable();
  }

  const checked = (): string | undefined => host.querySelector<HTMLInputElement>('input:checked')?.value;

  it('offers yes, no and not applicable, and none is chosen beforehand', async () => {
    await show();

    expect([...host.querySelectorAll('.answers label')].map((label) => label.textContent?.trim())).toEqual([
      'ja',
      'nein',
      'nicht einschlägig',
    ]);
    expect(checked()).toBeUndefined();
    expect(host.dataset['state']).toBe('open');
  });

  it('saves an answer at once with the version of this very check', async () => {
    await show({ version: 4, result: 'NO', note: 'zu teuer' });

    await choose('YES');

    expect(client.answerCheck).toHaveBeenCalledWith('a-1', 'ECONOMICAL', { result: 'YES', note: 'zu teuer' }, 4);
    expect(answered).toHaveBeenCalledWith(expect.objectContaining({ result: 'YES', version: 5 }));
    expect(host.dataset['state']).toBe('done');
  });

  it('calls a no without a reason incomplete and asks for one', async () => {
    await show();

    await choose('NO');

    expect(host.dataset['state']).toBe('begun');
    expect(host.querySelector('.note')?.textContent).toContain('Begründung');
  });

  it('keeps the own answer when somebody else was faster, and lets the person choose', async () => {
    await show();
    client.answerCheck.mockRejectedValueOnce(new ApiProblem(412, 'request.version-stale', '', ''));
    client.checks.mockResolvedValue({
      items: [{ ...CHECK, result: 'NO', note: 'zu teuer', answeredBy: 'Tobias Krämer', version: 1 }],
      answered: 1,
      total: 14,
    });
    conflicts.resolve.mockResolvedValue({ result: 'mine', note: 'theirs' });

    await choose('YES');
    expect(checked()).toBe('YES');
    expect(host.querySelector('[role=alert]')?.textContent).toContain('inzwischen');

    await press('Vergleichen');

    expect(conflicts.resolve).toHaveBeenCalledWith(
      expect.objectContaining({
        changedBy: 'Tobias Krämer',
        fields: [
          expect.objectContaining({ name: 'result', mine: 'ja', theirs: 'nein' }),
          expect.objectContaining({ name: 'note', mine: '', theirs: 'zu teuer' }),
        ],
      }),
    );
    expect(client.answerCheck).toHaveBeenLastCalledWith('a-1', 'ECONOMICAL', { result: 'YES', note: 'zu teuer' }, 1);
    expect(host.querySelector('[role=alert]')).toBeNull();
  });

  it('only shows the answer to those who may not give it', async () => {
    await show({ result: 'YES', note: 'Belege liegen vor.', version: 2 }, false);

    expect([...host.querySelectorAll('input')].every(({ disabled }) => disabled)).toBe(true);
    expect(host.querySelector('textarea')).toBeNull();
    expect(host.textContent).toContain('Belege liegen vor.');
  });
});
