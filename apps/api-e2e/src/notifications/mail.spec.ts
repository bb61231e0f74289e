import { setTimeout as pause } from 'node:timers/promises';
import { driveToState, HttpClient, PERSONAS, startApi } from '@wir/shared/testing';
import { createAccount, linkTo } from '../identity-administration/administration';
import { useApi } from '../use-api';

interface MailBody {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly link: string | null;
}

describe('mail', () => {
  const api = useApi();
  const mailsTo = async (email: string): Promise<readonly MailBody[]> =>
    (await api.client.get<{ items: MailBody[] }>(`/demo/mails?to=${email}`)).body.items;
  const until = async (isDone: () => Promise<boolean>): Promise<void> => {
    for (let waited = 0; waited < 30_000; waited += 200) {
      if (await isDone()) return;
      await pause(200);
    }
    throw new Error('It did not happen in time');
  };

  it('says that there is something new, and nothing of the case', async () => {
    const journey = await driveToState(api.client, 'SUBMITTED', { applicant: 'HG-K' });
    await until(async () => (await mailsTo(PERSONAS.caseWorker)).length > 0);

    const [mail] = await mailsTo(PERSONAS.caseWorker);
    expect(mail).toMatchObject({ subject: 'Neues im WIR-Förderportal', to: PERSONAS.caseWorker, link: null });
    expect(mail?.text).toContain('Guten Tag Sabine Berger,');
    expect(`${mail?.subject} ${mail?.text}`).not.toContain(journey.caseNumber);
    expect(mail?.text).not.toMatch(/Hochtaunus|Antrag/);
    const { rows } = await api.database.owner.query<{ sent: boolean }>(
      'SELECT m.sent_at IS NOT NULL AS sent FROM notifications.outbound_message m JOIN identity.account a ON a.id = m.recipient_account_id WHERE a.email = $1 AND m.mail_id IS NOT NULL',
      [PERSONAS.caseWorker],
    );
    expect(rows.every(({ sent }) => sent)).toBe(true);
  });

  it('goes no more to whom was locked meanwhile', async () => {
    const { body } = await createAccount(api);
    await linkTo(api, body.email);
    const count = (await mailsTo(body.email)).length;
    await api.client.post(`/accounts/${body.id}/lock`, { reason: 'Irrtum' }, { as: PERSONAS.admin });
    await api.database.owner.query(
      "INSERT INTO notifications.outbound_message (event_key, recipient_account_id, subject, body) VALUES ('spec:1', $1, 's', 'b')",
      [body.id],
    );
    await createAccount(api);
    await until(async () => {
      const { rows } = await api.database.owner.query(
        "SELECT 1 FROM notifications.outbound_message WHERE event_key = 'spec:1' AND withdrawn_at IS NOT NULL",
      );
      return rows.length === 1;
    });

    expect(await mailsTo(body.email)).toHaveLength(count);
  });

  it('with a line break in a head is withdrawn, and the others leave', async () => {
    const { rows } = await api.database.owner.query<{ id: string }>(
      'INSERT INTO identity.person (name) VALUES ($1) RETURNING id',
      ['Eva\r\nBcc: fremd@wir.example'],
    );
    const account = await api.database.owner.query<{ id: string }>(
      "INSERT INTO identity.account (person_id, email, organisation) VALUES ($1, 'eva@wir.example', 'x') RETURNING id",
      [rows[0]?.id],
    );
    await api.database.owner.query(
      "INSERT INTO notifications.outbound_message (event_key, recipient_account_id, subject, body) VALUES ('spec:2', $1, 's', 'b')",
      [account.rows[0]?.id],
    );
    const { body } = await createAccount(api);
    await linkTo(api, body.email);
    await until(async () => {
      const found = await api.database.owner.query(
        "SELECT 1 FROM notifications.outbound_message WHERE event_key = 'spec:2' AND withdrawn_at IS NOT NULL",
      );
      return found.rows.length === 1;
    });

    expect(await mailsTo('eva@wir.example')).toEqual([]);
  });

  it('waits for a server that is away, and the act is done all the same', async () => {
    // Ends the work of the other process on the queue, so that this one must do it.
    const away = await startApi(api.database, {
      settings: { WIR_SMTP_URL: 'smtp://127.0.0.1:9', WIR_MAIL_FROM: 'portal@wir.example' },
    });
    try {
      const client = new HttpClient(away.url);
      const created: string[] = [];
      const failed = async (): Promise<boolean> => {
        const answer = await createAccount({ ...api, client });
        expect(answer.status).toBe(201);
        created.push(answer.body.id);
        await pause(3_000);
        const { rows } = await api.database.owner.query<{ attempts: number; later: boolean }>(
          `SELECT attempts, next_attempt_at > clock_timestamp() AS later FROM notifications.outbound_message
           WHERE recipient_account_id = ANY ($1) AND sent_at IS NULL AND attempts > 0`,
          [created],
        );
        return rows.length > 0 && rows.every(({ later }) => later);
      };
      await until(failed);
    } finally {
      await away.stop();
    }
  });
});
