import type { LocalDate } from '@wir/shared/kernel';
import type { EntityManager } from 'typeorm';
import type { Connection } from './database';
import { namedQuery } from './named-client';
import { sentTogether } from './sent-together';
import type { Delegation, SessionRow } from './session';
import { hasPermission } from '../rights/permissions';

/** The person behind the request, as the session statement told. */
export interface Actor {
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  /** Own and lent roles; what a permission is checked against. */
  readonly roles: readonly string[];
  readonly ownRoles: readonly string[];
  readonly delegations: readonly Delegation[];
  readonly applicantId: string | null;
  readonly applicantName: string | null;
  readonly isStaff: boolean;
  /** The sign-in this request belongs to, over all rotations of its tokens. */
  readonly familyId: string;
  readonly hasFactor: boolean;
  readonly factorAt: Date | null;
}

export interface AuditEntry {
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly objectVersion?: number | null;
  /** Whose case it is; applicants may read the history of their own. */
  readonly applicantId?: string | null;
  readonly fromState?: string | null;
  readonly toState?: string | null;
  readonly reason?: string | null;
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface QueuedJob {
  readonly queue: string;
  readonly data: object;
  readonly startAfter?: Date;
  /** At most one waiting job of the queue per key. */
  readonly singletonKey?: string;
}

const STAFF_ROLES = new Set([
  'CASE_WORKER',
  'HEAD_OF_UNIT',
  'BUDGET_OFFICER',
  'PAYMENT_ORDERER',
  'EXTERNAL_AUDITOR',
  'PRESS_VIEWER',
  'SYSTEM',
]);

/** Own rights come first: only who lacks the right himself acts for somebody else. */
function delegationFor(session: SessionRow, permission: string): Delegation | null {
  if (session.delegations.length === 0 || hasPermission(session.own_roles, permission)) return null;
  return session.delegations.find(({ role }) => hasPermission([role], permission)) ?? null;
}

/** What a read may do: ask, as this person, at this time. */
export class ReadTx {
  readonly actor: Actor;
  readonly now: Date;
  readonly today: LocalDate;
  readonly sessionExpiresAt: Date;
  readonly idleEndsAt: Date | null;
  /** The delegation through which the actor holds the right of this route; null when he holds it himself. */
  readonly deputyFor: Delegation | null;

  constructor(
    protected readonly connection: Connection,
    session: SessionRow,
    readonly requestId: string,
    permission: string | null = null,
  ) {
    const isStaff = session.applicant_id === null && session.roles.some((role) => STAFF_ROLES.has(role));
    this.actor = {
      accountId: session.account_id,
      personId: session.person_id,
      name: session.name,
      email: session.email,
      roles: session.roles,
      ownRoles: session.own_roles,
      delegations: session.delegations,
      applicantId: session.applicant_id,
      applicantName: session.applicant_name,
      isStaff,
      familyId: session.family_id,
      hasFactor: session.has_factor,
      factorAt: session.factor_at,
    };
    this.deputyFor = permission === null ? null : delegationFor(session, permission);
    this.now = session.now;
    this.today = session.today;
    this.sessionExpiresAt = session.expires_at;
    this.idleEndsAt = session.idle_ends_at;
  }

  /** SQL of constant text; values only as `$1 …`. The row type is the caller's word for what the text selects. */
  async query<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    const { rows } = await this.connection.client.query<Row>({ ...namedQuery(sql, values), values: [...values] });
    return rows;
  }

  async queryOne<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row | null> {
    const [row] = await this.query<Row>(sql, values);
    return row ?? null;
  }

  can(permission: string): boolean {
    return hasPermission(this.actor.roles, permission);
  }
}

/** What a command may do besides: write, and leave traces and jobs that are stored together with it. */
export class Tx extends ReadTx {
  readonly auditEntries: AuditEntry[] = [];
  readonly jobs: QueuedJob[] = [];

  /** TypeORM on this very transaction. */
  get manager(): EntityManager {
    return this.connection.runner.manager;
  }

  /** Statements that do not need each other's answers, in one journey; fails as the first of them did. */
  together<T extends readonly unknown[]>(ask: () => { readonly [K in keyof T]: Promise<T[K]> }): Promise<T> {
    return sentTogether<T>(this.connection.client, ask);
  }

  /** Number of rows written. */
  async execute(sql: string, values: readonly unknown[] = []): Promise<number> {
    const { rowCount } = await this.connection.client.query({ ...namedQuery(sql, values), values: [...values] });
    return rowCount ?? 0;
  }

  /** Buffered and written as the last statement, so that the chain's head is locked as briefly as can be. */
  audit(entry: AuditEntry): void {
    this.auditEntries.push(entry);
  }

  /** The job exists when, and only when, this transaction commits. */
  enqueue(queue: string, data: object, options: Omit<QueuedJob, 'queue' | 'data'> = {}): void {
    this.jobs.push({ queue, data, ...options });
  }
}
