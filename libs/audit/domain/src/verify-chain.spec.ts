import { createHash } from 'node:crypto';
import type { AuditContent, AuditRecord } from './audit-record';
import { canonicalForm, chained, commitmentOf, digestOf } from './canonical-form';
import { ERASURE, verifyChain } from './verify-chain';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const SALT = '00112233445566778899aabbccddeeff';

interface Draft {
  readonly reason?: string | null;
  readonly afterText?: string | null;
  readonly action?: string;
}

function contentOf(sequence: number, { action = 'application.submitted', ...draft }: Draft): AuditContent {
  const committed = (text: string | null | undefined): string | null =>
    text === null || text === undefined ? null : commitmentOf(SALT, text, sha256);
  return {
    sequence,
    occurredAt: '2026-03-02T08:00:00.000000Z',
    accountId: '00000000-0000-4000-8000-000000000001',
    personId: '00000000-0000-4000-8000-000000000002',
    actorRole: 'CASE_WORKER',
    deputyFor: null,
    sessionFamily: '00000000-0000-4000-8000-000000000004',
    action,
    objectType: 'APPLICATION',
    objectId: '00000000-0000-4000-8000-000000000003',
    objectVersion: 1,
    applicantId: null,
    fromState: 'DRAFT',
    toState: 'SUBMITTED',
    outcome: 'DONE',
    code: null,
    reasonDigest: committed(draft.reason),
    beforeDigest: null,
    afterDigest: committed(draft.afterText),
    requestId: 'r',
  };
}

function chainOf(drafts: readonly Draft[]): AuditRecord[] {
  let previousHash = sha256(new Uint8Array());
  return drafts.map((draft, index) => {
    const content = contentOf(index + 1, draft);
    const digest = digestOf(content, sha256);
    const hash = chained(previousHash, digest, sha256);
    const texts = { reason: draft.reason ?? null, beforeText: null, afterText: draft.afterText ?? null };
    const record = { ...content, digest, previousHash, hash, salt: SALT, ...texts };
    previousHash = hash;
    return record;
  });
}

const erased = (record: AuditRecord): AuditRecord => ({
  ...record,
  salt: null,
  reason: null,
  beforeText: null,
  afterText: null,
});
const without = (chain: readonly AuditRecord[], sequence: number): AuditRecord[] =>
  chain.map((record) => (record.sequence === sequence ? erased(record) : record));

describe('the canonical form', () => {
  it('counts bytes, tells a missing value from an empty one, and does not unify spellings', () => {
    const form = (requestId: string): string => canonicalForm({ ...contentOf(1, {}), requestId });

    expect(form('Ä😀')).toContain(',6:Ä😀,');
    expect(form('A\u0308')).toContain(',3:A\u0308,');
    expect(form('')).toMatch(/4:DONE,~,~,~,~,0:,$/);
  });

  it('gives the values written down in docs/audit-format.md', () => {
    const afterText = '{"amountCents": 9007199254740993}';
    const content = {
      ...contentOf(1, { reason: 'Ä', afterText }),
      objectId: 'Ä😀',
      objectVersion: 9_007_199_254_740_991,
      requestId: '',
    };
    const digest = digestOf(content, sha256);

    expect(commitmentOf(SALT, '', sha256)).toMatch(/^a8faed6a/);
    expect(commitmentOf(SALT, 'Ä', sha256)).toMatch(/^117188d6/);
    expect(commitmentOf(SALT, 'A\u0308', sha256)).toMatch(/^b8bdff61/);
    expect(commitmentOf(SALT, '😀', sha256)).toMatch(/^372a2e81/);
    expect(digest).toBe('72a3706e9b041e0482da5c8f320d5072e8da5c5826acc87fbc63ecc7dbd0c770');
    expect(chained(sha256(new Uint8Array()), digest, sha256)).toBe(
      'a5e3849117c85aca8d64967353f29468d0958057e7e7df61f08149c27fd60bbd',
    );
  });
});

describe('verifyChain', () => {
  const chain = chainOf([
    { reason: 'eins' },
    { reason: 'zwei' },
    {},
    { reason: 'vier', afterText: '{"amountCents": 9007199254740991}' },
  ]);
  const head = chain.at(-1)?.hash ?? '';

  it('finds nothing in an untouched chain', () => {
    expect(verifyChain(chain, sha256, head)).toEqual({
      ok: true,
      checked: 4,
      firstBadSequence: null,
      fault: null,
      head,
      erasedTexts: 0,
    });
  });

  it('accepts a trail without events', () => {
    expect(verifyChain([], sha256)).toMatchObject({ ok: true, checked: 0 });
  });

  it.each([
    ['a changed actor', chain.map((r) => (r.sequence === 2 ? { ...r, personId: 'x' } : r)), 2, 'audit.content-changed'],
    ['a changed text', chain.map((r) => (r.sequence === 2 ? { ...r, reason: 'drei' } : r)), 2, 'audit.text-changed'],
    ['a text put in', chain.map((r) => (r.sequence === 3 ? { ...r, reason: 'drei' } : r)), 3, 'audit.text-changed'],
    ['a text that is gone', without(chain, 2), 2, 'audit.text-missing'],
    ['a missing event', chain.filter((r) => r.sequence !== 3), 3, 'audit.gap'],
    ['a changed event with a new hash', chain.map((r) => (r.sequence === 2 ? rehashed(r) : r)), 3, 'audit.link-broken'],
    ['a cut tail', chain.slice(0, 3), 4, 'audit.tail-missing'],
  ])('finds %s', (_name, records, firstBadSequence, fault) => {
    expect(verifyChain(records, sha256, head)).toMatchObject({ ok: false, firstBadSequence, fault });
  });

  it('accepts a text that a later event erased, but not an erasure that hides itself', () => {
    const trail = chainOf([{ reason: 'Name' }, { action: ERASURE, afterText: '{"sequences": [1, 2]}' }]);

    expect(verifyChain(without(trail, 1), sha256)).toMatchObject({ ok: true, erasedTexts: 1 });
    expect(verifyChain(without(trail, 2), sha256)).toMatchObject({ ok: false, firstBadSequence: 2 });
  });
});

function rehashed(record: AuditRecord): AuditRecord {
  const changed = { ...record, requestId: 'x' };
  const digest = digestOf(changed, sha256);
  return { ...changed, digest, hash: chained(changed.previousHash, digest, sha256) };
}
