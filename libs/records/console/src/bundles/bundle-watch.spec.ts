import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { IdleWatch } from '@wir/shared/console';
import { BundleWatch } from './bundle-watch';

describe('watching a bundle grow', () => {
  const present = { isPresent: (): boolean => isThere };
  let isThere = true;
  let asked = 0;
  const running = signal(false);

  beforeEach(() => {
    jest.useFakeTimers();
    [isThere, asked] = [true, 0];
    running.set(false);
    TestBed.configureTestingModule({ providers: [BundleWatch, { provide: IdleWatch, useValue: present }] });
    const watch = TestBed.inject(BundleWatch);
    TestBed.runInInjectionContext(() => watch.watch(running, () => (asked += 1)));
    TestBed.tick();
  });
  afterEach(() => jest.useRealTimers());

  function pass(seconds: number): void {
    TestBed.tick();
    jest.advanceTimersByTime(seconds * 1000);
  }

  it('asks nothing while nothing is being made', () => {
    pass(60);

    expect(asked).toBe(0);
  });

  it('asks again and again until it is done', () => {
    running.set(true);
    TestBed.tick();
    pass(6);
    expect(asked).toBe(3);

    running.set(false);
    TestBed.tick();
    pass(60);
    expect(asked).toBe(3);
  });

  it('asks nothing for a page nobody sits at, so that the session may end', () => {
    running.set(true);
    TestBed.tick();
    isThere = false;
    pass(3600);

    expect(asked).toBe(0);
  });

  it('asks nothing for a page that is not looked at', () => {
    running.set(true);
    TestBed.tick();
    const hidden = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    pass(60);
    hidden.mockRestore();

    expect(asked).toBe(0);
  });
});
