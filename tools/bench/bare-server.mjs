/**
 * The other side of every comparison: node:http and a pg pool, nothing else. The same SQL text as the portal's, as named
 * prepared statements, as the owner of the tables (no row-level security); no sign-in, no validation, no audit trail.
 * Started with the statements and ids as JSON in BENCH_BARE.
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';

const { url, poolSize, sessionToken, ids, statements, listValues, transferRows, event } = JSON.parse(
  process.env['BENCH_BARE'] ?? '{}',
);

const pool = new pg.Pool({
  connectionString: url,
  max: poolSize,
  // Bookings name the account of the session as the one who booked; here it is set once per connection.
  options: `-c wir.session=${sessionToken}`,
});
const named = (name, values) => ({ name, text: statements[name], values });

const ROUTES = {
  'GET /list': () => pool.query(named('list', listValues)).then(({ rows }) => [200, rows]),
  'GET /detail': (id) => pool.query(named('detail', [id])).then(({ rows }) => [200, rows[0]]),
  'GET /budget': () => pool.query(named('budget', [])).then(({ rows }) => [200, rows]),
  'POST /application': async (_id, { moduleCode, applicantId, accountId }) => {
    const id = randomUUID();
    await pool.query(named('insertApplication', [ids.callId, moduleCode, applicantId, accountId, 2026, id]));
    return [201, { id }];
  },
  'POST /posting': (_id, { key }) => inTransaction((client) => post(client, key), key),
  'POST /command': (_id, { key }) =>
    inTransaction(async (client) => {
      await client.query(named('claim', [key, key.replaceAll('-', '').repeat(2)]));
      await post(client, key);
      const trail = JSON.stringify([{ ...event, objectId: key }]);
      await client.query(named('closing', [trail, randomUUID(), null, key, 200, JSON.stringify(event)]));
    }, key),
};

async function post(client, key) {
  await client.query(named('lockYears', [ids.programmeId, [2026, 2027, 2028, 2029, 2030]]));
  await client.query(named('insertTransfers', [ids.programmeId, key, transferRows]));
}

async function inTransaction(work, key) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await work(client);
    await client.query('COMMIT');
    return [200, { key }];
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

const server = createServer(async (request, response) => {
  try {
    const [, route, id] = (request.url ?? '').split('/');
    const body = request.method === 'POST' ? await bodyOf(request) : undefined;
    const [status, value] = await ROUTES[`${request.method} /${route}`](id, body);
    response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});

server.listen(0, '127.0.0.1', () => {
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  process.stdout.write(`${JSON.stringify({ msg: 'listening', port: address.port })}\n`);
});
