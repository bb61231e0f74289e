import { DEMO_PASSWORD, type Answer, type HttpClient } from '@wir/shared/testing';

/** A browser as far as the API sees one: it keeps cookies and says that its requests come from the same site. */
export class Browser {
  private readonly jar = new Map<string, string>();

  constructor(
    private readonly client: HttpClient,
    private readonly userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  ) {}

  cookie(name: string): string | undefined {
    return this.jar.get(name);
  }

  /** Another window with the same cookies, as they are now. */
  copy(): Browser {
    const twin = new Browser(this.client, this.userAgent);
    for (const [name, value] of this.jar) twin.jar.set(name, value);
    return twin;
  }

  signIn<T>(email: string, more: object = {}, password = DEMO_PASSWORD): Promise<Answer<T>> {
    return this.post<T>('/auth/login', { email, password, ...more });
  }

  get<T>(path: string): Promise<Answer<T>> {
    return this.keep(this.client.get<T>(path, { headers: this.headers() }));
  }

  post<T>(path: string, body: object = {}): Promise<Answer<T>> {
    return this.keep(this.client.post<T>(path, body, { idempotencyKey: null, headers: this.headers() }));
  }

  put<T>(path: string, body: object): Promise<Answer<T>> {
    return this.keep(this.client.put<T>(path, body, { headers: this.headers() }));
  }

  delete<T>(path: string): Promise<Answer<T>> {
    return this.keep(this.client.delete<T>(path, { headers: this.headers() }));
  }

  private headers(): Record<string, string> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    return {
      'user-agent': this.userAgent,
      'sec-fetch-site': 'same-origin',
      'x-xsrf-token': this.jar.get('XSRF-TOKEN') ?? '',
      ...(cookie === '' ? {} : { cookie }),
    };
  }

  private async keep<T>(asked: Promise<Answer<T>>): Promise<Answer<T>> {
    const answer = await asked;
    for (const line of answer.headers.getSetCookie()) {
      const name = line.slice(0, line.indexOf('='));
      const value = line.slice(line.indexOf('=') + 1, line.indexOf(';'));
      if (value === '') this.jar.delete(name);
      else this.jar.set(name, value);
    }
    return answer;
  }
}
