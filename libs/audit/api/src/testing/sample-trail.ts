import { execFile } from 'node:child_process';
import { createHash, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { anchorText, type Anchor, type AuditRecord } from '@wir/audit/domain';
import type { TestDatabase } from '@wir/shared/testing';
import { EXPORT } from '../audit-export';

const VERIFIER = join(__dirname, '../../../verifier/verify-audit.mjs');

/** Texts that break a careless encoding: decomposed and composed, emoji, Arabic, NUL-like escapes, big numbers, netstrings. */
export const HARD_TEXTS = [
  'A\u0308 Ä 😀 ﷽',
  '',
  '9:SUBMITTED,~,',
  null,
  'Zeile\nzwei\t"\\u0000"',
  '\u200d👩‍👧',
  'é e\u0301',
];

interface Querying {
  query<Row extends object>(text: string, values?: unknown[]): Promise<{ rows: Row[] }>;
}

/** Events through the only ways in, as the application's role: 40 of them, the 12th by a deputy, the 16th refused. */
export async function appendSampleTrail(database: TestDatabase): Promise<void> {
  const token = randomUUID();
  const delegation = await lendRole(database);
  await database.owner.query(
    "SELECT identity.start_session((SELECT account_id FROM identity.find_login('sachbearbeitung@wir.example')), $1, 'program', NULL)",
    [token],
  );
  const client = await database.app.connect();
  try {
    await client.query('SELECT * FROM identity.open_session($1)', [token]);
    const append = (from: number, to: number, delegationId: string | null = null): Promise<unknown> =>
      client.query('SELECT audit.append($1::jsonb, $2, $3)', [
        JSON.stringify(sampleEvents(from, to)),
        'spec',
        delegationId,
      ]);
    await append(1, 11);
    await append(12, 12, delegation);
    await append(13, 15);
    const refused = {
      action: 'access.refused',
      objectType: 'SPEC',
      objectId: '16',
      code: 'auth.forbidden',
      after: { n: 16 },
    };
    await client.query('SELECT audit.note_refusal($1::jsonb, $2)', [JSON.stringify(refused), 'spec']);
    await append(17, 40);
  } finally {
    client.release();
  }
}

function sampleEvents(from: number, to: number): object[] {
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const number = from + index;
    return {
      action: 'spec.done',
      objectType: 'SPEC',
      objectId: String(number),
      objectVersion: number,
      fromState: 'DRAFT',
      toState: 'SUBMITTED',
      reason: HARD_TEXTS[number % HARD_TEXTS.length] ?? `Grund ${number}`,
      before: number % 3 === 0 ? { amountCents: -1 } : null,
      after: { amountCents: 9_007_199_254_740_991, text: HARD_TEXTS[number % HARD_TEXTS.length] },
    };
  });
}

async function lendRole({ owner }: TestDatabase): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `INSERT INTO identity.delegation (absent_account_id, deputy_account_id, role, valid_from, valid_to, reason, created_by)
     SELECT a.id, d.id, 'HEAD_OF_UNIT', platform.now() - interval '1 day', platform.now() + interval '9 days', 'Urlaub', a.id
     FROM identity.account a, identity.account d WHERE a.email = 'leitung@wir.example' AND d.email = 'sachbearbeitung@wir.example' RETURNING id`,
  );
  return rows[0]?.id ?? '';
}

export async function exportedTrail(database: Querying): Promise<AuditRecord[]> {
  const { rows } = await database.query<AuditRecord>(EXPORT, [0, 1000]);
  return rows.map((row) => ({ ...row, sequence: Number(row.sequence) }));
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Who signs the head, outside the database. */
export class SampleAnchors {
  private readonly pair = generateKeyPairSync('ed25519');

  /** The newest event of each named moment, signed. */
  of(trail: readonly AuditRecord[], sequences: readonly number[]): Anchor[] {
    return sequences.map((sequence, index) => {
      const state = { day: `2026-03-0${index + 1}`, sequence, head: trail[sequence - 1]?.hash ?? '' };
      return { ...state, keyId: this.keyId, signature: this.signed(state, this.pair.privateKey) };
    });
  }

  signed(state: Pick<Anchor, 'day' | 'sequence' | 'head'>, key: KeyObject = this.pair.privateKey): string {
    return sign(null, Buffer.from(anchorText(state)), key).toString('base64');
  }

  get pem(): string {
    return this.pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  }

  private get keyId(): string {
    return sha256(this.pair.publicKey.export({ type: 'spki', format: 'der' })).slice(0, 16);
  }
}

export interface ProgramVerdict {
  readonly code: number;
  readonly text: string;
}

/** The program as a reader of the export runs it: a process of its own, files only. */
export async function verdictOfProgram(
  folder: string,
  trail: readonly object[],
  options: { readonly head?: string; readonly anchors?: readonly Anchor[]; readonly pem?: string } = {},
): Promise<ProgramVerdict> {
  const home = join(folder, randomUUID());
  mkdirSync(join(home, 'anker'), { recursive: true });
  const file = join(home, 'protokoll.jsonl');
  writeFileSync(file, trail.map((record) => `${JSON.stringify(record)}\n`).join(''));
  for (const anchor of options.anchors ?? [])
    writeFileSync(join(home, 'anker', `${anchor.day}.json`), `${JSON.stringify(anchor)}\n`);
  if (options.pem) writeFileSync(join(home, 'key.pem'), options.pem);
  const args = [
    ...(options.head ? [options.head] : []),
    ...(options.anchors ? ['--anchors', join(home, 'anker')] : []),
    ...(options.pem ? ['--key', join(home, 'key.pem')] : []),
  ];
  return promisify(execFile)(process.execPath, [VERIFIER, file, ...args]).then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      text: error.stdout + error.stderr,
    }),
  );
}
