import { TestBed } from '@angular/core/testing';
import { IdempotencyKeys } from './idempotency-keys';

describe('the key of a deed', () => {
  let keys: IdempotencyKeys;

  beforeEach(() => {
    sessionStorage.clear();
    let count = 0;
    Object.defineProperty(globalThis.crypto, 'randomUUID', { configurable: true, value: () => `key-${++count}` });
    keys = TestBed.inject(IdempotencyKeys);
  });

  it('stays the same for the same form and content, so that pressing twice is one deed', () => {
    expect(keys.keyFor('submit', { id: 1 })).toBe(keys.keyFor('submit', { id: 1 }));
  });

  it('is another one for other content', () => {
    expect(keys.keyFor('request', { amountCents: 1 })).not.toBe(keys.keyFor('request', { amountCents: 2 }));
  });

  it('survives a reload of the page', () => {
    const before = keys.keyFor('submit', {});
    TestBed.resetTestingModule();

    expect(TestBed.inject(IdempotencyKeys).keyFor('submit', {})).toBe(before);
  });

  it('is given up once the server has answered', () => {
    const before = keys.keyFor('submit', {});
    keys.settle('submit');

    expect(keys.keyFor('submit', {})).not.toBe(before);
  });
});
