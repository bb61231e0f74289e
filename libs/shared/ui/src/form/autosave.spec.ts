import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { ApiProblem, LocalCopies } from '@wir/shared/console';
import { autosave } from './autosave';
import { AutosaveLine } from './autosave-line';

const save = jest.fn<Promise<void>, [{ title: string }, number]>();

@Component({
  selector: 'app-autosave-host',
  imports: [AutosaveLine],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<app-autosave-line [autosave]="autosave" />`,
})
class AutosaveHost {
  readonly draft = signal({ title: 'alt' });
  readonly autosave = autosave({ key: 'test', value: this.draft, version: signal(7), save });
}

describe('saving a draft by itself', () => {
  let fixture: ComponentFixture<AutosaveHost>;

  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-03-02T13:03:00Z') });
    localStorage.clear();
    save.mockReset().mockResolvedValue(undefined);
    fixture = TestBed.createComponent(AutosaveHost);
    fixture.detectChanges();
  });

  afterEach(() => jest.useRealTimers());

  function type(title: string): void {
    fixture.componentInstance.draft.set({ title });
    fixture.detectChanges();
  }

  async function wait(milliseconds: number): Promise<void> {
    await jest.advanceTimersByTimeAsync(milliseconds);
    fixture.detectChanges();
  }

  const line = (): string => fixture.nativeElement.textContent.trim();

  it('waits one second after the last key, sends the version and says when it was saved', async () => {
    type('neu');
    await wait(600);
    type('neuer');
    await wait(900);
    expect(save).not.toHaveBeenCalled();

    await wait(200);
    expect(save).toHaveBeenCalledTimes(1);
    expect(save).toHaveBeenCalledWith({ title: 'neuer' }, 7);
    expect(line()).toBe('Alle Änderungen gespeichert, 14:03 Uhr');
  });

  it('sends nothing while nothing was changed', async () => {
    await wait(5000);

    expect(save).not.toHaveBeenCalled();
  });

  it('keeps a copy on this device until the server has it', async () => {
    type('neu');
    expect(TestBed.inject(LocalCopies).find('test')?.value).toEqual({ title: 'neu' });

    await wait(1100);
    expect(TestBed.inject(LocalCopies).find('test')).toBeNull();
  });

  it('shows a failure until it is solved, and tries again by itself', async () => {
    save.mockRejectedValueOnce(new ApiProblem(0, 'console.network', '', ''));
    type('neu');
    await wait(1100);
    expect(line()).toContain('Noch nicht gespeichert.');
    expect(fixture.componentInstance.autosave.unsaved()).toBe(true);

    await wait(15_000);
    expect(save).toHaveBeenCalledTimes(2);
    expect(line()).toContain('Alle Änderungen gespeichert');
  });

  it('stops at a conflict and leaves the choice to the person', async () => {
    save.mockRejectedValue(new ApiProblem(412, 'platform.version-stale', '', ''));
    type('neu');
    await wait(1100);
    type('neu, und mehr');
    await wait(20_000);

    expect(save).toHaveBeenCalledTimes(1);
    expect(fixture.componentInstance.autosave.state()).toBe('conflict');
    expect(line()).toContain('Vergleichen');
  });
});
