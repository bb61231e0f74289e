import { createHash } from 'node:crypto';
import type { AuditRecord } from './audit-record';
import { canonicalForm } from './canonical-form';
import { verifyChain } from './verify-chain';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

function chainOf(reasons: readonly (string | null)[]): AuditRecord[] {
  let previousHash = sha256('');
  return reasons.map((reason, index) => {
    const open: AuditRecord = {
      sequence: index + 1,
      occurredAt: '2026-03-02T08:00:00.000000Z',
      accountId: '00000000-0000-4000-8000-000000000001',
      personId: '00000000-0000-4000-8000-000000000002',
      actorRole: 'CASE_WORKER',
      action: 'application.submitted',
      objectType: 'APPLICATION',
      objectId: '00000000-0000-4000-8000-000000000003',
      objectVersion: 1,
      applicantId: null,
      fromState: 'DRAFT',
      toState: 'SUBMITTED',
      reason,
      beforeText: null,
      afterText: '{"amountCents": 9007199254740991}',
      requestId: 'r',
      previousHash,
      hash: '',
    };
    const record = { ...open, hash: sha256(canonicalForm(open)) };
    previousHash = record.hash;
    return record;
  });
}

describe('the canonical form', () => {
  it('counts bytes, tells a missing value from an empty one, and does not unify spellings', () => {
    const [composed, decomposed, empty] = chainOf(['Ä😀', 'A\u0308', '']);

    expect(composed && canonicalForm(composed)).toContain(',6:Ä😀,');
    expect(decomposed && canonicalForm(decomposed)).toContain(',3:A\u0308,');
    expect(empty && canonicalForm(empty)).toContain('9:SUBMITTED,0:,~,');
  });
});

describe('verifyChain', () => {
  const chain = chainOf(['eins', 'zwei', null, 'vier']);
  const head = chain.at(-1)?.hash ?? '';

  it('finds nothing in an untouched chain', () => {
    expect(verifyChain(chain, sha256, head)).toEqual({
      ok: true,
      checked: 4,
      firstBadSequence: null,
      fault: null,
      head,
    });
  });

  it('accepts a trail without events', () => {
    expect(verifyChain([], sha256)).toMatchObject({ ok: true, checked: 0 });
  });

  it.each([
    [
      'a changed reason',
      chain.map((record) => (record.sequence === 2 ? { ...record, reason: 'drei' } : record)),
      2,
      'audit.content-changed',
    ],
    ['a missing event', chain.filter((record) => record.sequence !== 3), 3, 'audit.gap'],
    [
      'a changed event with a new hash',
      chain.map((record) => (record.sequence === 2 ? rehashed({ ...record, reason: 'x' }) : record)),
      3,
      'audit.link-broken',
    ],
    ['a cut tail', chain.slice(0, 3), 4, 'audit.tail-missing'],
  ])('finds %s', (_name, records, firstBadSequence, fault) => {
    expect(verifyChain(records, sha256, head)).toMatchObject({ ok: false, firstBadSequence, fault });
  });
});

function rehashed(record: AuditRecord): AuditRecord {
  return { ...record, hash: sha256(canonicalForm(record)) };
}
