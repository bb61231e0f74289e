import { PassThrough } from 'node:stream';
import type pg from 'pg';
import { sentTogether } from './sent-together';

function clientOn(stream: PassThrough): Pick<pg.PoolClient, 'connection'> {
  return { connection: { stream } } as unknown as Pick<pg.PoolClient, 'connection'>;
}

describe('statements sent together', () => {
  it('leave in one packet and are answered in order', async () => {
    const stream = new PassThrough();
    const corked: number[] = [];
    const ask = async (answer: string): Promise<string> => {
      corked.push(stream.writableCorked);
      return answer;
    };

    const answers = await sentTogether<[string, string]>(clientOn(stream), () => [ask('first'), ask('second')]);

    expect(answers).toEqual(['first', 'second']);
    expect([...corked, stream.writableCorked]).toEqual([1, 1, 0]);
  });

  it('fail as the first of them did, after the last has been answered', async () => {
    let isAnswered = false;
    const last = async (): Promise<void> => {
      await Promise.resolve();
      isAnswered = true;
      throw new Error('transaction is aborted');
    };

    const asked = sentTogether(clientOn(new PassThrough()), () => [Promise.reject(new Error('unique')), last()]);

    await expect(asked).rejects.toThrow('unique');
    expect(isAnswered).toBe(true);
  });

  it('leave the connection usable when asking itself fails', async () => {
    const stream = new PassThrough();
    const broken = (): never => {
      throw new Error('bad value');
    };

    await expect(sentTogether(clientOn(stream), broken)).rejects.toThrow('bad value');
    expect(stream.writableCorked).toBe(0);
  });
});
