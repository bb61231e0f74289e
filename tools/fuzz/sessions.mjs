import { createHash, createSecretKey, randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';

/**
 * @typedef {object} SignedIn
 * @property {string} email
 * @property {string} accountId
 * @property {string | null} applicantId
 * @property {readonly string[]} roles
 * @property {string} token access token
 *
 * @typedef {(sql: string, values: unknown[]) => Promise<{ rows: any[] }>} Query as the owner of the tables
 */

const ACCOUNTS = `
SELECT a.id, a.email, a.applicant_id, array_agg(DISTINCT g.role ORDER BY g.role) AS roles
FROM identity.account a JOIN identity.role_grant g ON g.account_id = a.id
WHERE a.email = ANY ($1) AND platform.now() >= g.valid_from AND platform.now() < g.valid_to GROUP BY a.id`;

/**
 * Sessions as after a sign-in, without the password: so many Argon2id hashes would take longer than the proof, and the
 * throttle of sign-ins is not what is proven here.
 *
 * @param {Query} query @param {string} keyText content of WIR_JWT_KEY_FILE @param {readonly string[]} emails
 * @returns {Promise<SignedIn[]>} in the order of the e-mails; who has no role is left out
 */
export async function mintSessions(query, keyText, emails) {
  const { rows } = await query(ACCOUNTS, [emails]);
  const byEmail = new Map(rows.map((row) => [row.email, row]));
  const signedIn = [];
  for (const row of emails.flatMap((email) => byEmail.get(email) ?? []))
    signedIn.push(await mintSession(query, keyText, row));
  return signedIn;
}

async function mintSession(query, keyText, { id, email, applicant_id: applicantId, roles }) {
  const sid = randomBytes(32).toString('base64url');
  await query("SELECT * FROM identity.start_session($1, $2, 'program', $3)", [
    id,
    sid,
    randomBytes(32).toString('base64url'),
  ]);
  return { email, accountId: id, applicantId, roles, token: accessToken(keyText, id, sid) };
}

/** @param {string} keyText @param {string} accountId @param {string} sid @returns {string} as AccessTokens.issue makes it */
export function accessToken(keyText, accountId, sid) {
  const [first = ''] = keyText.split(/[\s,]+/).filter(Boolean);
  const bytes = Buffer.from(first, 'base64url');
  return jwt.sign({ typ: 'access', sid }, createSecretKey(bytes), {
    algorithm: 'HS256',
    keyid: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
    subject: accountId,
    issuer: 'wir-foerderportal',
    audience: 'wir-api',
    expiresIn: 10 * 60 * 60,
  });
}

/** Brings back accounts that the run itself has locked, retired or stripped of their roles. @param {Query} query */
export async function reviveAccounts(query, people) {
  for (const { email, roles } of people) {
    await query(
      `UPDATE identity.account SET state = 'ACTIVE', active = true, locked_reason = NULL, version = version + 1
       WHERE email = $1 AND (state <> 'ACTIVE' OR NOT active)`,
      [email],
    );
    await query(
      `INSERT INTO identity.role_grant (account_id, role, valid_from, reason)
       SELECT a.id, r, platform.now(), 'Fuzzing' FROM identity.account a, unnest($2::text[]) r
       WHERE a.email = $1 AND NOT EXISTS (SELECT 1 FROM identity.role_grant g WHERE g.account_id = a.id AND g.role = r AND g.valid_to > platform.now())`,
      [email, [...roles]],
    );
  }
}
