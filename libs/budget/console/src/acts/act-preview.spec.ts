import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { CreateBudgetActDto } from '@wir/shared/contract';
import { BudgetActClient } from '../data/budget-act-client';
import { actPreview, type ActPreview } from './act-preview';

const EFFECT = { account: 'free', year: 2027, dueYear: null, lineCode: 'WIR', beforeCents: 500, afterCents: 400 };

function lockOf(amountCents: number): CreateBudgetActDto {
  return {
    kind: 'LOCK',
    reason: 'Sperre',
    documentReference: 'Erlass',
    lines: [{ kind: 'LOCK', year: 2027, amountCents }],
  };
}

describe('the preview of a budget act', () => {
  const ask = jest.fn();
  const wanted = signal<CreateBudgetActDto | null>(null);
  let preview: ActPreview;

  beforeEach(() => {
    jest.useFakeTimers();
    ask.mockReset().mockResolvedValue({ effects: [EFFECT] });
    wanted.set(null);
    TestBed.configureTestingModule({ providers: [{ provide: BudgetActClient, useValue: { preview: ask } }] });
    preview = TestBed.runInInjectionContext(() => actPreview(wanted));
    TestBed.tick();
  });
  afterEach(() => jest.useRealTimers());

  async function type(act: CreateBudgetActDto | null, milliseconds: number): Promise<void> {
    wanted.set(act);
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(milliseconds);
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(0);
  }

  it('asks once, after the person has stopped typing', async () => {
    await type(lockOf(1), 100);
    await type(lockOf(10), 100);
    await type(lockOf(100), 299);
    expect(ask).not.toHaveBeenCalled();

    await jest.advanceTimersByTimeAsync(1);
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(0);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(ask).toHaveBeenCalledWith(lockOf(100), expect.anything());
    expect(preview.effects()).toEqual([EFFECT]);
  });

  it('shows nothing as soon as the content says nothing any more', async () => {
    await type(lockOf(100), 300);
    await type(null, 300);

    expect(preview.effects()).toBeNull();
  });
});
