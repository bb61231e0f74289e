import { randomUUID } from 'node:crypto';

const PASSWORD = 'Demo-Zugang-2026!';

/** Thin client of the public contract: the demo is played through the same routes as by people. */
export class SeedClient {
  #tokens = new Map();

  constructor(baseUrl) {
    this.base = `${baseUrl}/api/v1`;
  }

  /** @returns the answer's JSON; throws with route, status and code when refused. */
  async call(email, method, path, body, { version, form } = {}) {
    const headers = { accept: 'application/json' };
    if (email) headers.authorization = `Bearer ${await this.#token(email)}`;
    if (method === 'POST') headers['idempotency-key'] = randomUUID();
    if (version !== undefined) headers['if-match'] = `"${version}"`;
    if (!form && body !== undefined) headers['content-type'] = 'application/json';
    const response = await fetch(this.base + path, {
      method,
      headers,
      body: form ?? (body === undefined ? undefined : JSON.stringify(body)),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} als ${email}: ${response.status} ${text.slice(0, 400)}`);
    return text ? JSON.parse(text) : null;
  }

  get(email, path) {
    return this.call(email, 'GET', path);
  }

  post(email, path, body = {}) {
    return this.call(email, 'POST', path, body);
  }

  /** Sends a file as multipart form with further fields. */
  upload(email, path, { bytes, fileName, mediaType }, fields = {}) {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([bytes], { type: mediaType }), fileName);
    return this.call(email, 'POST', path, undefined, { form });
  }

  async #token(email) {
    if (!this.#tokens.has(email)) {
      const signIn = this.call(null, 'POST', '/auth/token', { email, password: PASSWORD }).then(
        (answer) => answer.accessToken,
      );
      this.#tokens.set(email, signIn);
    }
    return this.#tokens.get(email);
  }
}

/** Runs the work over all items, a few at a time; the first failure ends it. */
export async function eachOf(items, work, width = 4) {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
