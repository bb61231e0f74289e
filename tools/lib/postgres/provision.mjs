import pg from 'pg';

/**
 * The three accounts of the database: who owns and migrates, who runs the API, who only reads.
 *
 * @typedef {{ owner: string, app: string, auditor: string }} Passwords
 * @typedef {{ owner: string, app: string, auditor: string }} DatabaseUrls
 */
export const ROLES = { owner: 'wir_owner', app: 'wir_app', auditor: 'wir_auditor' };

/** @param {string} user @param {string} password @param {number} port @param {string} database @returns {string} */
export function urlOf(user, password, port, database) {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** @param {number} port @param {Passwords} passwords @param {string} database @returns {DatabaseUrls} */
export function urlsOf(port, passwords, database) {
  return {
    owner: urlOf(ROLES.owner, passwords.owner, port, database),
    app: urlOf(ROLES.app, passwords.app, port, database),
    auditor: urlOf(ROLES.auditor, passwords.auditor, port, database),
  };
}

/** @template T @param {string} url @param {(client: pg.Client) => Promise<T>} work @returns {Promise<T>} */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Creates the roles with their passwords. None of them is superuser, may create roles or databases, or bypasses
 * row-level security.
 *
 * @param {string} adminUrl
 * @param {Passwords} passwords
 * @returns {Promise<void>}
 */
export async function ensureRoles(adminUrl, passwords) {
  await withClient(adminUrl, async (client) => {
    for (const [key, role] of Object.entries(ROLES)) {
      const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
      const verb = rowCount ? 'ALTER' : 'CREATE';
      const attributes = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';
      await client.query(`${verb} ROLE ${role} WITH ${attributes} PASSWORD ${client.escapeLiteral(passwords[key])}`);
    }
  });
}

/** @param {string} adminUrl @param {string} name @param {string} [template] @returns {Promise<void>} */
export async function createDatabase(adminUrl, name, template) {
  await withClient(adminUrl, async (client) => {
    const database = client.escapeIdentifier(name);
    const source = template ? ` TEMPLATE ${client.escapeIdentifier(template)}` : '';
    await client.query(`CREATE DATABASE ${database} OWNER ${ROLES.owner}${source}`);
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${ROLES.app}, ${ROLES.auditor}`);
  });
}

/** @param {string} adminUrl @param {string} name @returns {Promise<boolean>} */
export async function databaseExists(adminUrl, name) {
  return withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    return rowCount === 1;
  });
}
