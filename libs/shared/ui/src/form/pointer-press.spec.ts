import { computed, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { PointerPress } from './pointer-press';

describe('what depends on the focus', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('waits while a pointer is down, so that no click is lost, and shows when it is up', () => {
    const press = TestBed.inject(PointerPress);
    const touched = signal(false);
    const error = press.settled(computed(() => (touched() ? 'Bitte ausfüllen' : null)));
    expect(error()).toBeNull();

    document.dispatchEvent(new Event('pointerdown'));
    touched.set(true);
    expect(error()).toBeNull();

    document.dispatchEvent(new Event('pointerup'));
    jest.runAllTimers();
    expect(error()).toBe('Bitte ausfüllen');
  });

  it('shows at once when no pointer is involved', () => {
    const touched = signal(false);
    const error = TestBed.inject(PointerPress).settled(touched);

    touched.set(true);

    expect(error()).toBe(true);
  });
});
