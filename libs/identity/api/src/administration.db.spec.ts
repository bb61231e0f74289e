import { randomUUID } from 'node:crypto';
import { useTestDatabase } from '@wir/shared/testing';
import type { PoolClient } from 'pg';

const SOMEBODY = '11111111-2222-4333-8444-555555555555';

/** Every function that only administrators may call, with arguments that would mean something. */
const FOR_ADMINISTRATORS = [
  `identity.find_accounts(NULL, NULL, NULL, NULL, 'name', false, 10, 0)`,
  `identity.account_detail('${SOMEBODY}')`,
  'identity.open_factor_resets()',
  `identity.lock_account('${SOMEBODY}')`,
  `identity.create_account(NULL, 'Eva', 'eva@wir.example', NULL, NULL)`,
  `identity.change_account('${SOMEBODY}', 'Eva', 'eva@wir.example')`,
  `identity.set_account_state('${SOMEBODY}', 'LOCKED', 'x')`,
  `identity.end_account_sessions('${SOMEBODY}')`,
  `identity.grant_role('${SOMEBODY}', 'ADMIN', NULL, NULL, 'x')`,
  `identity.lock_grant('${SOMEBODY}')`,
  `identity.end_grant('${SOMEBODY}', NULL, 'x')`,
  `identity.request_factor_reset('${SOMEBODY}', 'x')`,
  `identity.lock_factor_reset('${SOMEBODY}')`,
  `identity.confirm_factor_reset('${SOMEBODY}')`,
  `identity.cancel_factor_reset('${SOMEBODY}')`,
  `identity.leaving_facts('${SOMEBODY}')`,
  `identity.hand_over('${SOMEBODY}', NULL, '2026-03-02', 'x')`,
  `identity.erasure_facts('${SOMEBODY}')`,
  `identity.erase_account('${SOMEBODY}')`,
];
const FOR_OTHERS_STILL = [
  'identity.retire_leavers()',
  'notifications.claim_mail(1)',
  `notifications.note_mail('{}', '${SOMEBODY}')`,
  `notifications.withdraw_mail('{}')`,
  `notifications.enqueue_link('no gate', '${SOMEBODY}', 'RESET')`,
  `notifications.enqueue_notice('no gate', 'k', '${SOMEBODY}', NULL, 's', 'b')`,
  `identity.lock_conflict('${SOMEBODY}')`,
  `identity.end_conflict('${SOMEBODY}', 'x')`,
];

describe('the functions of administration', () => {
  const database = useTestDatabase({ seed: 'base' });

  /** Statements as wir_app in the session of an account, taken back at the end. */
  const as = async <T>(email: string | null, work: (client: PoolClient) => Promise<T>): Promise<T> => {
    const token = randomUUID();
    if (email !== null)
      await database.owner.query(
        "SELECT identity.start_session((SELECT id FROM identity.account WHERE email = $1), $2, 'program', NULL)",
        [email, token],
      );
    const client = await database.app.connect();
    try {
      await client.query('BEGIN');
      await client.query('SELECT identity.open_session($1)', [token]);
      return await work(client);
    } finally {
      await client.query('ROLLBACK');
      client.release(true);
    }
  };
  const idOf = async (email: string): Promise<string> => {
    const { rows } = await database.owner.query<{ id: string }>('SELECT id FROM identity.account WHERE email = $1', [
      email,
    ]);
    return rows[0]?.id ?? '';
  };
  const twinOf = async (email: string): Promise<string> => {
    const { rows } = await database.owner.query<{ id: string }>(
      `INSERT INTO identity.account (person_id, email, applicant_id, organisation) SELECT person_id, $2, applicant_id, organisation FROM identity.account WHERE email = $1 RETURNING id`,
      [email, `${randomUUID()}@wir.example`],
    );
    return rows[0]?.id ?? '';
  };
  const refusal = (error: unknown): { code?: string; constraint?: string } =>
    error as { code?: string; constraint?: string };

  it.each([null, 'leitung@wir.example', 'pruefung@wir.example', 'zeichnung@wi.wir.example'])(
    'are closed to %s, whatever SQL it can make run',
    async (email) => {
      for (const call of [...FOR_ADMINISTRATORS, ...(email === 'leitung@wir.example' ? [] : FOR_OTHERS_STILL)]) {
        const outcome = await as(email, (client) => client.query(`SELECT ${call}`)).then(
          () => 'ran',
          (error: unknown) => refusal(error).code,
        );
        expect({ call, outcome }).toEqual({ call, outcome: '42501' });
      }
    },
  );

  it.each([
    [
      'a role to one’s own person',
      'role_grant_not_to_oneself',
      async () => [
        `SELECT identity.grant_role($1, 'ADMIN', '2026-05-01', NULL, 'x')`,
        await twinOf('admin@wir.example'),
      ],
    ],
    [
      'casework to an administrator',
      'role_grant_admin_stands_alone',
      async () => [`SELECT identity.grant_role($1, 'CASE_WORKER', NULL, NULL, 'x')`, await idOf('admin2@wir.example')],
    ],
    [
      'casework to a second account of an administrator',
      'role_grant_admin_stands_alone',
      async () => [
        `SELECT identity.grant_role($1, 'CASE_WORKER', NULL, NULL, 'x')`,
        await twinOf('admin2@wir.example'),
      ],
    ],
    [
      'a role of municipalities to the authority',
      'role_grant_fits_organisation',
      async () => [
        `SELECT identity.grant_role($1, 'APPLICANT_EDITOR', NULL, NULL, 'x')`,
        await idOf('presse@wir.example'),
      ],
    ],
    [
      'a role twice',
      'role_grant_once_at_a_time',
      async () => [`SELECT identity.grant_role($1, 'PRESS_VIEWER', NULL, NULL, 'x')`, await idOf('presse@wir.example')],
    ],
    [
      'a lock of oneself',
      'account_other_person',
      async () => [`SELECT identity.set_account_state($1, 'LOCKED', 'x')`, await idOf('admin@wir.example')],
    ],
    [
      'a factor reset for oneself',
      'account_other_person',
      async () => [`SELECT identity.request_factor_reset($1, 'x')`, await twinOf('admin@wir.example')],
    ],
    [
      'erasure of somebody who is there',
      'account_left_before_erasure',
      async () => [`SELECT identity.erase_account($1)`, await idOf('presse@wir.example')],
    ],
  ])('refuse an administrator %s', async (_deed, constraint, call) => {
    const [sql = '', id] = await call();

    await expect(as('admin@wir.example', (client) => client.query(sql, [id]))).rejects.toMatchObject({ constraint });
  });

  it('leave one administrator', async () => {
    const second = await idOf('admin2@wir.example');
    const { rows } = await database.owner.query<{ id: string }>(
      'SELECT id FROM identity.role_grant WHERE account_id = $1',
      [second],
    );
    const third = await twinOf('presse@wir.example');
    await database.owner.query('UPDATE identity.account SET leaves_on = platform.today() WHERE email = $1', [
      'admin@wir.example',
    ]);

    for (const [sql, values] of [
      [`SELECT identity.set_account_state($1, 'LOCKED', 'x')`, [second]],
      [`SELECT identity.end_grant($1, NULL, 'x')`, [rows[0]?.id]],
      [`SELECT identity.end_grant($1, '2026-12-31', 'x')`, [rows[0]?.id]],
      [`SELECT identity.hand_over($1, NULL, '2026-12-31', 'x')`, [second]],
    ] as const)
      await expect(as('admin@wir.example', (client) => client.query(sql, [...values]))).rejects.toMatchObject({
        constraint: 'account_administrator_remains',
      });
    await as('admin@wir.example', (client) => client.query(`SELECT identity.end_account_sessions($1)`, [third]));
    await database.owner.query('UPDATE identity.account SET leaves_on = NULL WHERE email = $1', ['admin@wir.example']);
  });

  it('reset a factor with two persons only, whatever accounts they use', async () => {
    const press = await idOf('presse@wir.example');
    await as('admin@wir.example', async (client) => {
      const { rows } = await client.query<{ id: string }>(
        `SELECT identity.request_factor_reset($1, 'verloren') AS id`,
        [press],
      );
      await expect(client.query('SELECT identity.confirm_factor_reset($1)', [rows[0]?.id])).rejects.toMatchObject({
        constraint: 'factor_reset_two_persons',
      });
    });
  });

  it('lend nothing to oneself, to other bodies, for longer than a year or by strangers', async () => {
    const [head, worker, town] = [
      await idOf('leitung@wir.example'),
      await idOf('sachbearbeitung@wir.example'),
      await idOf('antrag@wi.wir.example'),
    ];
    const lend = (
      email: string,
      absent: string,
      deputy: string,
      role = 'HEAD_OF_UNIT',
      until = '2026-03-10',
    ): Promise<string> =>
      as(email, (client) =>
        client.query(`SELECT identity.arrange_delegation($1, $2, $3, '2026-03-02', $4, 'Urlaub')`, [
          absent,
          deputy,
          role,
          until,
        ]),
      ).then(
        () => 'lent',
        (error: unknown) => refusal(error).constraint ?? refusal(error).code ?? '',
      );

    expect(await lend('leitung@wir.example', head, worker)).toBe('lent');
    expect(await lend('admin@wir.example', head, worker)).toBe('lent');
    expect(await lend('sachbearbeitung2@wir.example', head, worker)).toBe('42501');
    expect(await lend('zeichnung@wi.wir.example', head, worker)).toBe('42501');
    expect(await lend('leitung@wir.example', worker, head, 'CASE_WORKER')).toBe('42501');
    expect(await lend('leitung@wir.example', head, await twinOf('sachbearbeitung@wir.example'), 'ADMIN')).toBe(
      'delegation_role_can_be_delegated',
    );
    expect(await lend('leitung@wir.example', head, worker, 'HEAD_OF_UNIT', '2027-03-04')).toBe('delegation_period');
    expect(await lend('leitung@wir.example', head, town)).toBe('delegation_within_one_body');
    expect(await lend('admin@wir.example', head, await twinOf('leitung@wir.example'))).toBe(
      'delegation_between_persons',
    );
    expect(await lend('leitung@wir.example', head, await idOf('admin2@wir.example'))).toBe(
      'delegation_deputy_does_casework',
    );
  });

  it('hand nothing over to the leaver himself', async () => {
    const worker = await idOf('sachbearbeitung@wir.example');
    const twin = await twinOf('sachbearbeitung@wir.example');

    await expect(
      as('admin@wir.example', (client) =>
        client.query(`SELECT identity.hand_over($1, $2, '2026-03-02', 'x')`, [worker, twin]),
      ),
    ).rejects.toMatchObject({ constraint: 'leaving_successor_is_another_person' });
  });

  it('show no account of another municipality to a municipality', async () => {
    const ids = [
      await idOf('antrag@wi.wir.example'),
      await idOf('antrag@da.wir.example'),
      await idOf('leitung@wir.example'),
    ];
    const { rows } = await as('zeichnung@wi.wir.example', (client) =>
      client.query<{ parties: { accountId: string }[] }>('SELECT identity.parties($1::uuid[]) AS parties', [ids]),
    );

    expect(rows[0]?.parties.map(({ accountId }) => accountId)).toEqual([ids[0]]);
  });

  it('keep who was represented at a signature', async () => {
    const { rows } = await database.owner.query<{ triggers: string[] }>(
      "SELECT array_agg(tgname::text ORDER BY 1) AS triggers FROM pg_trigger WHERE tgrelid = 'decisions.notice'::regclass AND tgname LIKE 'notice_keeps%'",
    );

    expect(rows[0]?.triggers).toEqual(['notice_keeps_signature', 'notice_keeps_signed']);
  });
});
