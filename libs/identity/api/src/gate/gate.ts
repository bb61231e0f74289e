import { Injectable } from '@nestjs/common';
import { Database, SystemSession } from '@wir/shared/api';

/** Calls of the functions that work before anybody is signed in: the program shows its key as first parameter. */
@Injectable()
export class Gate {
  constructor(
    private readonly database: Database,
    private readonly system: SystemSession,
  ) {}

  get key(): string {
    return this.system.token();
  }

  /** SQL of constant text; `$1` is the key. */
  query<Row extends object>(sql: string, values: readonly unknown[]): Promise<Row[]> {
    return this.database.withConnection(
      async ({ client }) => (await client.query<Row>(sql, [this.key, ...values])).rows,
    );
  }

  async queryOne<Row extends object>(sql: string, values: readonly unknown[]): Promise<Row | null> {
    const [row] = await this.query<Row>(sql, values);
    return row ?? null;
  }
}
