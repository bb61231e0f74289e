import { MAX_ATTEMPTS, withRetries } from './retry';

describe('withRetries', () => {
  it('runs again until it works', async () => {
    let runs = 0;

    const result = await withRetries(
      async () => {
        runs += 1;
        if (runs < 3) throw new Error('deadlock');
        return 'done';
      },
      () => true,
    );

    expect([result, runs]).toEqual(['done', 3]);
  });

  it('gives up after three repetitions', async () => {
    let runs = 0;
    const always = withRetries(
      async () => {
        runs += 1;
        throw new Error('deadlock');
      },
      () => true,
    );

    await expect(always).rejects.toThrow('deadlock');
    expect(runs).toBe(MAX_ATTEMPTS);
  });

  it('does not repeat what will not get better', async () => {
    let runs = 0;
    const refused = withRetries(
      async () => {
        runs += 1;
        throw new Error('check');
      },
      () => false,
    );

    await expect(refused).rejects.toThrow('check');
    expect(runs).toBe(1);
  });
});
