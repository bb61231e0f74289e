import { setTimeout as pause } from 'node:timers/promises';
import { continueTo, driveToState } from '@wir/shared/testing';
import { useApi } from '../use-api';

interface Sent {
  readonly email: string;
  readonly subject: string;
  readonly body: string;
}

describe('the outbox', () => {
  const api = useApi();

  const sent = async (): Promise<Sent[]> => {
    const { rows } = await api.database.owner.query<Sent>(
      'SELECT a.email, m.subject, m.body FROM notifications.outbound_message m JOIN identity.account a ON a.id = m.recipient_account_id ORDER BY m.created_at, a.email',
    );
    return rows;
  };
  /** Jobs run beside the requests: waits until no job waits any more. */
  const settled = async (): Promise<void> => {
    for (let waited = 0; waited < 30_000; waited += 200) {
      const { rows } = await api.database.owner.query<{ open: number }>(
        "SELECT count(*)::int AS open FROM pgboss.job WHERE name = 'notifications.event' AND state IN ('created', 'retry', 'active')",
      );
      if (rows[0]?.open === 0) return;
      await pause(200);
    }
    throw new Error('The jobs were not done in time');
  };

  it('tells at each hand-over those who are at turn, once, without amounts and bank data', async () => {
    const journey = await driveToState(api.client, 'PAID', { applicant: 'HG-K' });
    await settled();

    const messages = await sent();
    const to = (email: string): string[] =>
      messages
        .filter((message) => message.email === email)
        .map(({ subject }) => subject.replace(journey.caseNumber, 'X'));
    expect(to('leitung@wir.example').sort()).toEqual(['Bescheid zu X zur Zeichnung', 'Entscheidung zum Antrag X']);
    expect(to('anordnung2@wir.example')).toEqual(['Auszahlung zu X anordnen']);
    expect(to('haushalt@wir.example').sort()).toEqual([
      'Haushaltsmittel für X bestätigen',
      'Zahlungslauf WIR-2026-L-00001 an die Kasse gegeben',
    ]);
    expect(to('sachbearbeitung@wir.example')).toEqual(
      expect.arrayContaining(['Neuer Antrag X', 'Bankverbindung zu X bestätigen', 'Mittelabruf zu X prüfen']),
    );
    expect(to(journey.signatory)).toEqual(
      expect.arrayContaining([
        'Bescheid zum Antrag X',
        'Mittelabruf zu X wartet auf Ihre Zeichnung',
        'Auszahlung zu X ausgeführt',
      ]),
    );
    expect(
      messages.some(({ email }) =>
        ['presse@wir.example', 'admin@wir.example', 'antrag@da.wir.example'].includes(email),
      ),
    ).toBe(false);
    expect(messages.every(({ body }) => !/€|DE\d{2}|\{/.test(body))).toBe(true);
    expect(new Set(messages.map(({ email, subject }) => `${email} ${subject}`)).size).toBe(messages.length);
  });

  it('says again what happens again', async () => {
    const journey = await driveToState(api.client, 'REQUEST_SUBMITTED', { applicant: 'DA' });
    for (const round of [1, 2]) {
      const path = `/disbursement-requests/${journey.requestId}`;
      await api.client.post(`${path}/return`, { reason: `Runde ${round}` }, { as: 'sachbearbeitung@wir.example' });
      journey.reached = 'REQUEST_DRAFT';
      await continueTo(journey, 'REQUEST_SUBMITTED');
    }
    await settled();

    const returned = (await sent()).filter(
      ({ email, subject }) => email === journey.editor && subject.includes('zurückgegeben'),
    );
    expect(returned).toHaveLength(2);
  });
});
