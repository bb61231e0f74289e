import { createHash, createSecretKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import jwt from 'jsonwebtoken';

const PASSWORD = 'Demo-Zugang-2026!';

/** Signs in as a program does. @param {string} url @param {string} email @returns {Promise<string>} the access token */
async function signIn(url, email) {
  const response = await fetch(`${url}/api/v1/auth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`Anmeldung als ${email}: ${JSON.stringify(answer)}`);
  return answer.accessToken;
}

/**
 * Access tokens of three people, and the session of one, which the bare side books with.
 *
 * @param {string} url
 * @returns {Promise<{ caseWorker: string, budgetOfficer: string, paymentOrderer: string, session: string }>}
 */
export async function signInStaff(url) {
  const caseWorker = await signIn(url, 'sachbearbeitung@wir.example');
  const budgetOfficer = await signIn(url, 'haushalt@wir.example');
  const paymentOrderer = await signIn(url, 'anordnung@wir.example');
  return { caseWorker, budgetOfficer, paymentOrderer, session: String(jwt.decode(budgetOfficer)?.['sid']) };
}

/** The ids of fill.sql: MD5 of a name with a number. @param {string} name @returns {string} */
export function idOf(name) {
  const digits = createHash('md5').update(name).digest('hex');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * Municipalities that apply while it is measured, with access tokens as the product issues them: so many sign-ins by
 * password would take an hour of argon2id. Sessions and tokens are made of the number, as in fill.sql.
 *
 * @param {string} keyFile
 * @param {number} from
 * @param {number} to
 * @returns {readonly { applicantId: string, accountId: string, token: string }[]}
 */
export function applicantSessions(keyFile, from, to) {
  const [line] = readFileSync(keyFile, 'utf8').split(/\s+/);
  const bytes = Buffer.from(line, 'base64url');
  const key = createSecretKey(bytes);
  const keyid = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const number = from + index;
    const accountId = idOf(`account-${number}`);
    const sid = createHash('sha256').update(`bench-session-${number}`).digest('base64url');
    const options = { subject: accountId, issuer: 'wir-foerderportal', audience: 'wir-api', expiresIn: 3600 };
    const token = jwt.sign({ typ: 'access', sid }, key, { algorithm: 'HS256', keyid, ...options });
    return { applicantId: idOf(`applicant-${number}`), accountId, token };
  });
}
