import { HttpClient, HttpContext, HttpHeaders, HttpParams } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Observable } from 'rxjs';
import { ApiProblem } from '../errors/api-problem';
import { IdempotencyKeys } from './idempotency-keys';
import { SKIP_SESSION } from './session-context';

export const API_BASE = '/api/v1';

export type QueryValue = string | number | boolean | readonly string[] | null | undefined;
export type Query = Readonly<Record<string, QueryValue>>;

interface SendOptions {
  readonly query?: Query;
  readonly body?: unknown;
  readonly headers?: HttpHeaders;
  readonly abort?: AbortSignal;
  readonly context?: HttpContext;
}

/**
 * The console's one door to the server. Domain clients wrap it with one method per endpoint;
 * failures are always an {@link ApiProblem}.
 */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);
  private readonly keys = inject(IdempotencyKeys);

  get<T>(path: string, query?: Query, abort?: AbortSignal): Promise<T> {
    return this.send<T>('GET', path, { query, abort });
  }

  /**
   * A deed (POST). `form` names the place it is done from, for example `application.submit.<id>`;
   * the same form with the same body repeats the same Idempotency-Key until the server has answered.
   */
  async post<T>(path: string, body: unknown, form: string): Promise<T> {
    const key = this.keys.keyFor(form, body instanceof FormData ? describe(body) : body);
    try {
      const answer = await this.send<T>('POST', path, { body, headers: new HttpHeaders({ 'Idempotency-Key': key }) });
      this.keys.settle(form);
      return answer;
    } catch (error) {
      // Refused for good: nothing happened, so a later attempt is a new deed. Unclear ends (offline, 5xx) keep the key.
      if (error instanceof ApiProblem && error.status >= 400 && error.status < 500) this.keys.settle(form);
      throw error;
    }
  }

  /** A deed whose content must not be kept in the browser (passwords, codes): the key is made for this one call. */
  postSecret<T>(path: string, body: unknown): Promise<T> {
    return this.send<T>('POST', path, { body, headers: new HttpHeaders({ 'Idempotency-Key': crypto.randomUUID() }) });
  }

  /** A POST that only computes (deadline preview, verification): no Idempotency-Key. */
  compute<T>(path: string, body: unknown, abort?: AbortSignal): Promise<T> {
    return this.send<T>('POST', path, { body, abort });
  }

  patch<T>(path: string, body: unknown, version: number): Promise<T> {
    return this.send<T>('PATCH', path, { body, headers: ifMatch(version) });
  }

  put<T>(path: string, body: unknown, version: number): Promise<T> {
    return this.send<T>('PUT', path, { body, headers: ifMatch(version) });
  }

  /** PUT on something without a version (the demo clock). */
  putPlain<T>(path: string, body: unknown): Promise<T> {
    return this.send<T>('PUT', path, { body });
  }

  delete<T>(path: string, version: number): Promise<T> {
    return this.send<T>('DELETE', path, { headers: ifMatch(version) });
  }

  /** DELETE of something without a version (a session, a factor). */
  deletePlain<T>(path: string): Promise<T> {
    return this.send<T>('DELETE', path, {});
  }

  /** Bytes of a document (PDF preview, payment file). */
  blob(path: string, query?: Query, abort?: AbortSignal): Promise<Blob> {
    const stream = this.http.get(`${API_BASE}${path}`, { params: toParams(query), responseType: 'blob' });
    return settle(stream, abort);
  }

  /** Calls of the sign-in itself: a 401 is the answer, not a reason to refresh the session. */
  auth<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
    return this.send<T>(method, path, { body, context: new HttpContext().set(SKIP_SESSION, true) });
  }

  private send<T>(method: string, path: string, options: SendOptions): Promise<T> {
    const { body, headers, context, query, abort } = options;
    const stream = this.http.request<T>(method, `${API_BASE}${path}`, {
      body,
      headers,
      context,
      params: toParams(query),
    });
    return settle(stream, abort);
  }
}

function settle<T>(stream: Observable<T>, abort?: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const subscription = stream.subscribe({ next: resolve, error: reject });
    abort?.addEventListener('abort', () => subscription.unsubscribe(), { once: true });
  });
}

function ifMatch(version: number): HttpHeaders {
  return new HttpHeaders({ 'If-Match': `"${version}"` });
}

function toParams(query: Query = {}): HttpParams {
  let params = new HttpParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue;
    if (typeof value === 'object') {
      if (value.length > 0) params = params.set(name, value.join(','));
    } else params = params.set(name, value);
  }
  return params;
}

function describe(form: FormData): unknown {
  return [...form.entries()].map(([name, value]) => [
    name,
    value instanceof File ? [value.name, value.size, value.lastModified] : value,
  ]);
}
