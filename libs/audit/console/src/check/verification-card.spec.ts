import { TestBed } from '@angular/core/testing';
import type { AuditVerificationDto } from '@wir/shared/contract';
import { AuditClient } from '../data/audit-client';
import { VerificationCard } from './verification-card';

describe('verifying the audit log', () => {
  async function verdict(answer: AuditVerificationDto): Promise<string> {
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
    const text = await verdict({ ok: true, checked: 1075, head: 'abc123' });

    expect(text).toContain('Kette unversehrt, 1.075 Einträge geprüft');
    expect(text).toContain('abc123');
  });

  it('says where the chain is broken', async () => {
    const text = await verdict({ ok: false, checked: 12, firstBadSequence: 13, head: 'abc123' });

    expect(text).toContain('Erster fehlerhafter Eintrag: Nr. 13');
    expect(text).not.toContain('abc123');
  });
});
