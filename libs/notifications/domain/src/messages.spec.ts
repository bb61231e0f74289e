import { APPLICANT_ROLES, STAFF_ROLES } from '@wir/identity/domain';
import { isMessageCode, MESSAGE_CODES, messageOf } from './messages';

const facts = { caseNumber: 'WIR-2026-0001', applicantName: 'Landkreis Gießen' };

describe('a message', () => {
  it.each(MESSAGE_CODES)('%s goes to roles of one side, names the case and leaves no gap', (code) => {
    const message = messageOf(code, facts);

    const side: readonly string[] = message.to === 'APPLICANT' ? APPLICANT_ROLES : STAFF_ROLES;
    expect(message.roles.every((role) => side.includes(role))).toBe(true);
    expect(message.subject).toContain('WIR-2026-0001');
    expect(message.subject.length).toBeLessThanOrEqual(100);
    expect(message.body).not.toMatch(/[{}]|undefined/);
  });

  it('is not written for an event nobody waits for', () => {
    expect(isMessageCode('application.edited')).toBe(false);
    expect(isMessageCode('toString')).toBe(false);
  });
});
