import 'reflect-metadata';
import { Readiness } from './readiness';

describe('readiness', () => {
  it('names every part that fails, also one that throws', async () => {
    const readiness = new Readiness();
    readiness.register('good', async () => ({ ok: true, ageHours: 3 }));
    readiness.register('bad', async () => ({ ok: false }));
    readiness.register('broken', () => Promise.reject(new Error('secret of the host name')));

    expect(await readiness.report()).toEqual({
      ready: false,
      failed: ['bad', 'broken'],
      parts: { good: { ok: true, ageHours: 3 }, bad: { ok: false }, broken: { ok: false } },
    });
  });

  it('does not wait for ever for a part that hangs', async () => {
    jest.useFakeTimers();
    const readiness = new Readiness();
    readiness.register('hangs', () => new Promise(() => undefined));
    const report = readiness.report();
    await jest.advanceTimersByTimeAsync(2_001);
    jest.useRealTimers();

    expect((await report).failed).toEqual(['hangs']);
  });

  it('is over at once when the process is to end', async () => {
    const readiness = new Readiness();
    readiness.register('good', async () => ({ ok: true }));
    readiness.drain();

    expect(await readiness.report()).toMatchObject({ ready: false, failed: ['shutdown'] });
  });
});
