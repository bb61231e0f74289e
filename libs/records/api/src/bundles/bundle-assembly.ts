import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AnchorKeys, verifierProgram } from '@wir/audit/api';
import type { Anchor } from '@wir/audit/domain';
import { FileStore } from '@wir/documents/api';
import type { BundleKind } from '@wir/records/domain';
import { Transactions, type CurrentRequest } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import { archive, type ArchiveEntry } from './archive';
import { sectionsOf, type BundleSection } from './bundle-data';
import { filesOf, type BundleFile } from './bundle-files';
import { scopeOf } from './bundle-scope';
import { BundleTrail, type BundleEvent, type TrailHead } from './bundle-trail';
import { contentsPage } from './contents-page';

export interface BundleOrder {
  readonly kind: BundleKind;
  readonly objectId: string;
  readonly label: string;
  /** As of this event; null for now. */
  readonly headSequence: number | null;
}

/** Everything but the bytes of files and the foreign part of the trail. */
export interface BundlePlan {
  readonly order: BundleOrder;
  readonly head: TrailHead;
  readonly sections: readonly BundleSection[];
  readonly files: readonly BundleFile[];
  readonly events: readonly BundleEvent[];
  readonly anchors: readonly Anchor[];
}

const MOST_ATTEMPTS = 5;

/** What goes into a bundle, in which order: the same order at the same head gives the same bytes. */
@Injectable()
export class BundleAssembly {
  constructor(
    private readonly transactions: Transactions,
    private readonly trail: BundleTrail,
    private readonly files: FileStore,
    private readonly keys: AnchorKeys,
  ) {}

  /** Every change of a case leaves an event: when none came meanwhile, what was read one after the other fits together. */
  async plan(request: CurrentRequest, order: BundleOrder): Promise<BundlePlan> {
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      const plan = await this.attempt(request, order);
      if (plan !== null) return plan;
      if (order.headSequence !== null) break;
    }
    throw new DomainError('conflict', 'bundle.case-moved-on');
  }

  entries(request: CurrentRequest, plan: BundlePlan): ArchiveEntry[] {
    const { sections, files, events, anchors, head } = plan;
    const pem = this.keys.publicPem(new Set(anchors.map(({ keyId }) => keyId)));
    return [
      { path: 'index.html', content: () => Buffer.from(contentsPage(plan)) },
      { path: 'verify-audit.mjs', content: () => verifierProgram() },
      { path: 'protokoll/protokoll.jsonl', content: () => this.trail.lines(request, events, head) },
      ...anchors.map((anchor) => ({
        path: `protokoll/anker/${anchor.day}.json`,
        content: () => Buffer.from(`${JSON.stringify(anchor)}\n`),
      })),
      ...(pem === null ? [] : [{ path: 'protokoll/anker-schluessel.pem', content: () => Buffer.from(pem) }]),
      ...sections.map(({ name, rows }) => ({
        path: `daten/${name}.json`,
        content: () => Buffer.from(`${JSON.stringify(rows, null, 2)}\n`),
      })),
      ...files.map(({ path, sha256 }) => ({ path, content: () => this.files.stream(sha256) })),
    ];
  }

  stream(plan: BundlePlan, entries: readonly ArchiveEntry[], onEntry: (done: number) => Promise<void>): Readable {
    const { order, head } = plan;
    const manifestOf = (files: readonly object[]): string => {
      const about = { format: 'wir-pruefmappe-1', kind: order.kind, objectId: order.objectId, label: order.label };
      const state = { headSequence: head.sequence, head: head.head, headAt: head.occurredAt.toISOString() };
      return `${JSON.stringify({ ...about, ...state, files }, null, 2)}\n`;
    };
    return archive(entries, manifestOf, onEntry);
  }

  private attempt(request: CurrentRequest, order: BundleOrder): Promise<BundlePlan | null> {
    return this.transactions.read(request, async (tx) => {
      const head = await this.trail.head(tx, order.headSequence);
      const scope = await scopeOf(tx, order.kind, order.objectId);
      const sections = await sectionsOf(tx, scope, head.occurredAt);
      const files = await filesOf(tx, scope);
      const events = await this.trail.events(tx, scope, head);
      const anchors = await this.trail.anchors(tx, head);
      if (await this.trail.hasMovedOn(tx, scope, head)) return null;
      return { order, head, sections, files, events, anchors };
    });
  }
}
