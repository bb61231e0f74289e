import type pg from 'pg';

type Promises<T extends readonly unknown[]> = { readonly [K in keyof T]: Promise<T[K]> };
type Settled<T extends readonly unknown[]> = { readonly [K in keyof T]: PromiseSettledResult<T[K]> };

/**
 * What `ask` sends leaves in one packet and is answered in order, without a wait in between: a journey to PostgreSQL costs
 * more than most statements. All answers are awaited, so that none is still under way when the caller rolls back.
 */
export function settledTogether<T extends readonly unknown[]>(
  { connection }: Pick<pg.PoolClient, 'connection'>,
  ask: () => Promises<T>,
): Promise<Settled<T>> {
  connection.stream.cork();
  try {
    return Promise.allSettled(ask()) as Promise<Settled<T>>;
  } finally {
    connection.stream.uncork();
  }
}

/** Fails as the first statement did; the ones after it only found the transaction aborted. */
export async function sentTogether<T extends readonly unknown[]>(
  client: Pick<pg.PoolClient, 'connection'>,
  ask: () => Promises<T>,
): Promise<T> {
  const answers = await settledTogether<T>(client, ask);
  return answers.map((answer) => {
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value;
  }) as unknown as T;
}
