import { randomUUID } from 'node:crypto';
import { DEMO_PASSWORD } from './personas';

export interface RequestOptions {
  /** E-mail of a demo account; without it the request is not signed in. */
  readonly as?: string;
  /** A token instead of an account, for tests of broken ones. */
  readonly token?: string;
  readonly ifMatch?: number | string;
  /** A fixed key, or `null` to send none. POST sends a new one by default. */
  readonly idempotencyKey?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
  /** The untouched bytes, for files. */
  readonly bytes: Buffer;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The API as another program would call it. Refusals are answers, not exceptions: tests look at the status. */
export class HttpClient {
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(readonly url: string) {}

  get<T>(path: string, options?: RequestOptions): Promise<Answer<T>> {
    return this.send<T>('GET', path, undefined, options);
  }

  post<T>(path: string, body: unknown = {}, options?: RequestOptions): Promise<Answer<T>> {
    return this.send<T>('POST', path, body, options);
  }

  put<T>(path: string, body: unknown, options?: RequestOptions): Promise<Answer<T>> {
    return this.send<T>('PUT', path, body, options);
  }

  patch<T>(path: string, body: unknown, options?: RequestOptions): Promise<Answer<T>> {
    return this.send<T>('PATCH', path, body, options);
  }

  delete<T>(path: string, options?: RequestOptions): Promise<Answer<T>> {
    return this.send<T>('DELETE', path, undefined, options);
  }

  /** Multipart, as a browser's form sends it. */
  upload<T>(
    path: string,
    file: { readonly name: string; readonly type: string; readonly content: Buffer | string },
    fields: Readonly<Record<string, string>> = {},
    options?: RequestOptions,
  ): Promise<Answer<T>> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob([Buffer.from(file.content)], { type: file.type }), file.name);
    return this.send<T>('POST', path, form, options);
  }

  /** Signs in once per account and keeps the token. */
  token(email: string): Promise<string> {
    const known = this.tokens.get(email);
    if (known) return known;
    const fetched = this.fetchToken(email);
    this.tokens.set(email, fetched);
    return fetched;
  }

  private async fetchToken(email: string): Promise<string> {
    const credentials = { email, password: DEMO_PASSWORD };
    const answer = await this.send<{ accessToken: string }>('POST', '/auth/token', credentials, {
      idempotencyKey: null,
    });
    if (answer.status >= 300) {
      this.tokens.delete(email);
      throw new Error(`No sign-in as ${email}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    return answer.body.accessToken;
  }

  private async send<T>(method: Method, path: string, body: unknown, options: RequestOptions = {}): Promise<Answer<T>> {
    const headers = new Headers(options.headers);
    const token = options.token ?? (options.as ? await this.token(options.as) : undefined);
    if (token) headers.set('authorization', `Bearer ${token}`);
    if (options.ifMatch !== undefined) headers.set('if-match', quoted(options.ifMatch));
    const key = options.idempotencyKey === undefined && method === 'POST' ? randomUUID() : options.idempotencyKey;
    if (key) headers.set('idempotency-key', key);
    const raw = body instanceof FormData || typeof body === 'string' || body instanceof Uint8Array;
    if (body !== undefined && !raw) headers.set('content-type', 'application/json');

    const target = /^\/(api|health|metrics)(\/|$)/.test(path) ? path : `/api/v1${path}`;
    const payload = raw ? (body as BodyInit) : JSON.stringify(body);
    const response = await fetch(this.url + target, { method, headers, body: body === undefined ? null : payload });
    const bytes = Buffer.from(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, bytes, body: parsed<T>(response, bytes) };
  }
}

function quoted(version: number | string): string {
  return typeof version === 'number' ? `"${version}"` : version;
}

function parsed<T>(response: Response, bytes: Buffer): T {
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
  return (isJson && bytes.length > 0 ? JSON.parse(bytes.toString('utf8')) : bytes.toString('utf8')) as T;
}
