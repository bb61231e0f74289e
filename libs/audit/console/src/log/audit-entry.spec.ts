import type { AuditEvent } from '../data/audit-types';
import { auditEntry } from './audit-entry';

const TEXTS: Readonly<Record<string, string>> = {
  'audit.action.application.submitted': 'Antrag eingereicht',
  'audit.state.APPLICATION.DRAFT': 'in Bearbeitung',
  'audit.state.APPLICATION.SUBMITTED': 'eingereicht',
  'audit.role.APPLICANT_EDITOR': 'Antragsbearbeitung',
  'audit.role.APPLICANT_FINANCE': 'Kämmerei',
  'audit.field.requestedCents': 'beantragt',
};

function t(key: string, params?: Readonly<Record<string, string | number>>): string {
  return key === 'audit.sentence' ? `${params?.['act']} von ${params?.['name']}` : (TEXTS[key] ?? key);
}

function event(change: Partial<AuditEvent> = {}): AuditEvent {
  return {
    sequence: 7,
    occurredAt: '2026-03-02T08:00:00.000Z',
    actorId: 'person-1',
    actorName: 'Thomas Peters',
    actorRole: 'APPLICANT_EDITOR+APPLICANT_FINANCE',
    action: 'application.submitted',
    objectType: 'APPLICATION',
    objectId: 'application-1',
    objectVersion: 3,
    reason: null,
    fromState: 'DRAFT',
    toState: 'SUBMITTED',
    before: null,
    after: null,
    outcome: 'DONE',
    code: null,
    deputyForId: null,
    deputyForName: null,
    textsErased: false,
    requestId: 'request-1',
    hash: '00',
    ...change,
  };
}

describe('an entry of the audit log', () => {
  it('says what was done by whom, in which roles and from which state to which', () => {
    const entry = auditEntry(event(), t, 'de');

    expect(entry.sentence).toBe('Antrag eingereicht von Thomas Peters');
    expect(entry.detail).toContain('Antragsbearbeitung, Kämmerei');
    expect(entry.detail).toContain('in Bearbeitung → eingereicht');
  });

  it('leads to its object', () => {
    expect(auditEntry(event(), t, 'de').link?.path).toEqual(['/antraege', 'application-1']);
    expect(auditEntry(event({ objectType: 'LEDGER' }), t, 'de').link).toBeNull();
  });

  it('shows an act without a word by its code', () => {
    expect(auditEntry(event({ action: 'robot.dreamt' }), t, 'de').sentence).toBe('robot.dreamt von Thomas Peters');
  });

  it('tells before and after of what has changed, as a person reads it', () => {
    const before = { requestedCents: 100_000, title: 'Projekt', late: false };
    const after = { requestedCents: 123_456, title: 'Projekt', late: true, applicationId: 'application-1' };

    const { changes } = auditEntry(event({ before, after }), t, 'de');

    expect(changes).toEqual([
      { label: 'beantragt', before: '1.000,00\u00a0€', after: '1.234,56\u00a0€' },
      { label: 'late', before: 'audit.no', after: 'audit.yes' },
    ]);
  });

  it('says of an attempt that it was refused, and why', () => {
    const refused = { action: 'access.refused', outcome: 'REFUSED', code: 'auth.forbidden' } as const;

    const entry = auditEntry(event({ ...refused, fromState: null, toState: null }), t, 'de');

    expect(entry.tone).toBe('stop');
    expect(entry.sentence).toBe('audit.refused');
    expect(entry.detail).toContain('Das dürfen Sie mit Ihrer Rolle nicht. (auth.forbidden)');
  });

  it('names whom the person stood in for', () => {
    const deputising = event({ deputyForName: 'Jens Albrecht' });

    expect(auditEntry(deputising, t, 'de').detail).toContain('audit.deputy');
    expect(auditEntry(event(), t, 'de').detail).not.toContain('audit.deputy');
  });

  it('leaves out nothing of nested values', () => {
    const after = { years: [{ year: 2026, requestedCents: 5_000 }], dueDate: '2026-04-01' };

    const { changes } = auditEntry(event({ after }), t, 'de');

    expect(changes?.map((change) => change.after)).toEqual(['year: 2026, beantragt: 50,00\u00a0€', '01.04.2026']);
  });
});
