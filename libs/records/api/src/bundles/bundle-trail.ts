import { Injectable } from '@nestjs/common';
import { EXPORT_COLUMNS } from '@wir/audit/api';
import type { Anchor, AuditRecord } from '@wir/audit/domain';
import { Transactions, type CurrentRequest, type ReadTx } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import { trailObjects, type BundleScope } from './bundle-scope';

/** The newest event a bundle knows; everything in it is as of this moment. */
export interface TrailHead {
  readonly sequence: number;
  readonly head: string;
  readonly occurredAt: Date;
}

export interface BundleEvent extends AuditRecord {
  readonly actorName: string | null;
  readonly deputyForName: string | null;
}

const TIP = 'SELECT sequence, head, occurred_at AS "occurredAt" FROM audit.tip()';
const AT = `SELECT sequence, encode(hash, 'hex') AS head, occurred_at AS "occurredAt" FROM audit.event WHERE sequence = $1`;

const OBJECTS = 'object (type, id) AS (SELECT * FROM unnest($1::text[], $2::text[]))';
const OWN = `own AS (
  SELECT e.sequence FROM object o JOIN audit.event e ON e.object_type = o.type AND e.object_id = o.id
  UNION SELECT e.sequence FROM audit.event e WHERE e.object_type = 'LEDGER' AND $4::text IS NOT NULL AND e.object_id LIKE $4 || '-%')`;
const ERASURES = `erasure AS (
  SELECT DISTINCT e.sequence FROM audit.event e JOIN audit.event_text t USING (sequence), jsonb_array_elements_text(t.after_text::jsonb->'sequences') s
  WHERE e.action = 'audit.texts-erased' AND s.value::bigint IN (SELECT sequence FROM own WHERE sequence <= $3))`;
const EVENTS = `WITH ${OBJECTS}, ${OWN}, ${ERASURES}, wanted AS (SELECT sequence FROM own WHERE sequence <= $3 UNION SELECT sequence FROM erasure WHERE sequence <= $3),
name AS MATERIALIZED (SELECT * FROM identity.account_names(ARRAY(
  SELECT DISTINCT a.id FROM wanted JOIN audit.event e USING (sequence) CROSS JOIN LATERAL (VALUES (e.account_id), (e.deputy_for)) a (id) WHERE a.id IS NOT NULL)))
SELECT ${EXPORT_COLUMNS}, n.name AS "actorName", d.name AS "deputyForName"
FROM wanted JOIN audit.event e USING (sequence) LEFT JOIN audit.event_text t USING (sequence)
LEFT JOIN name n ON n.account_id = e.account_id LEFT JOIN name d ON d.account_id = e.deputy_for ORDER BY e.sequence`;
/** Something happened to the case, or a text of it was erased, after the wanted moment. */
const MOVED_ON = `WITH ${OBJECTS}, ${OWN}, ${ERASURES}
SELECT EXISTS (SELECT 1 FROM own JOIN audit.event e USING (sequence) WHERE sequence > $3 AND e.outcome = 'DONE')
  OR EXISTS (SELECT 1 FROM erasure WHERE sequence > $3) AS moved`;
const DIGESTS = `SELECT sequence, encode(digest, 'hex') AS digest FROM audit.event WHERE sequence > $1 AND sequence <= $2 ORDER BY sequence LIMIT $3`;
const ANCHORS = `SELECT day, sequence, head, "keyId", signature FROM (
  SELECT DISTINCT ON (sequence) day, sequence, encode(head, 'hex') AS head, key_id AS "keyId", translate(encode(signature, 'base64'), E'\\n', '') AS signature
  FROM audit.anchor WHERE sequence <= $1 ORDER BY sequence, day) a ORDER BY sequence`;

const LINES_PER_PAGE = 5000;

@Injectable()
export class BundleTrail {
  constructor(private readonly transactions: Transactions) {}

  async head(tx: ReadTx, wanted: number | null): Promise<TrailHead> {
    const head = await (wanted === null ? tx.queryOne<TrailHead>(TIP) : tx.queryOne<TrailHead>(AT, [wanted]));
    if (head === null) throw new DomainError('conflict', 'bundle.case-moved-on');
    return head;
  }

  events(tx: ReadTx, scope: BundleScope, head: TrailHead): Promise<BundleEvent[]> {
    return tx.query<BundleEvent>(EVENTS, parametersOf(scope, head));
  }

  async hasMovedOn(tx: ReadTx, scope: BundleScope, head: TrailHead): Promise<boolean> {
    const row = await tx.queryOne<{ moved: boolean }>(MOVED_ON, parametersOf(scope, head));
    return row?.moved ?? true;
  }

  anchors(tx: ReadTx, head: TrailHead): Promise<Anchor[]> {
    return tx.query<Anchor>(ANCHORS, [head.sequence]);
  }

  /** The whole chain: own events in full, the others by their digest, which betrays nothing and still carries the chain. */
  async *lines(request: CurrentRequest, events: readonly BundleEvent[], head: TrailHead): AsyncGenerator<string> {
    const full = new Map(events.map((event) => [event.sequence, event]));
    let last = 0;
    while (last < head.sequence) {
      const after = last;
      const page = await this.transactions.read(request, (tx) =>
        tx.query<{ sequence: number; digest: string }>(DIGESTS, [after, head.sequence, LINES_PER_PAGE]),
      );
      const tail = page.at(-1);
      if (!tail) return;
      yield page.map((link) => `${JSON.stringify(lineOf(full.get(link.sequence)) ?? link)}\n`).join('');
      last = tail.sequence;
    }
  }
}

/** Names are for the reader of the contents page; they are no part of what was hashed. */
function lineOf(event: BundleEvent | undefined): AuditRecord | null {
  if (!event) return null;
  const { actorName: _actor, deputyForName: _deputyFor, ...record } = event;
  return record;
}

function parametersOf(scope: BundleScope, head: TrailHead): unknown[] {
  const { types, ids } = trailObjects(scope);
  return [types, ids, head.sequence, scope.year === null ? null : String(scope.year)];
}
