import { TestBed } from '@angular/core/testing';
import { AuditClient } from '../data/audit-client';
import type { Verification } from '../data/audit-types';
import { VerificationCard } from './verification-card';

const ANCHORS: Verification['anchors'] = {
  count: 182,
  lastDay: '2026-03-01',
  lastSignedAt: null,
  ok: true,
  keyId: 'a6eb',
};
const WHOLE: Verification = { ok: true, checked: 12, head: 'abc', erasedTexts: 3, anchors: ANCHORS };

describe('verifying the audit log', () => {
  async function verdict(answer: Verification): Promise<string> {
    const client = { exportAddress: '/api/v1/audit/export', verify: () => Promise.resolve(answer) };
    TestBed.configureTestingModule({ providers: [{ provide: AuditClient, useValue: client }] });
    const fixture = TestBed.createComponent(VerificationCard);
    await fixture.whenStable();
    const host: HTMLElement = fixture.nativeElement;
    host.querySelector('button')?.click();
    await fixture.whenStable();
    return host.querySelector('[role=status]')?.textContent ?? '';
  }

  it('says that the chain is whole, with the checksum of the newest entry', async () => {
    const text = await verdict({ ...WHOLE, checked: 1075, head: 'abc123' });

    expect(text).toContain('Kette unversehrt, 1.075 Einträge geprüft');
    expect(text).toContain('abc123');
  });

  it('says where the chain is broken', async () => {
    const text = await verdict({ ...WHOLE, ok: false, firstBadSequence: 13, head: 'abc123' });

    expect(text).toContain('Erster fehlerhafter Eintrag: Nr. 13');
    expect(text).not.toContain('abc123');
  });

  it('says that the signed anchors of the days fit, and how many texts were erased', async () => {
    const text = await verdict(WHOLE);

    expect(text).toContain('182 Tagesanker stimmen.');
    expect(text).toContain('01.03.2026');
    expect(text).toContain('Bei 3 Einträgen');
  });

  it('says that an anchor does not fit, though the chain is whole', async () => {
    expect(await verdict({ ...WHOLE, anchors: { ...ANCHORS, ok: false } })).toContain('stimmt mindestens einer nicht');
  });
});
