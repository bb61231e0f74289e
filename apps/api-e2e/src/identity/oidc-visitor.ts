/** A person's browser at the provider's pages: it follows redirects by hand, keeps cookies per origin and fills in the forms. */
export class OidcVisitor {
  private readonly jars = new Map<string, Map<string, string>>();

  async open(url: string, form?: Record<string, string>): Promise<Response> {
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: this.cookiesFor(url) },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    this.keep(url, response);
    return response;
  }

  /** From the portal's start through sign-in and consent; the address at the portal the provider sends the browser to. */
  async signInAs(start: string, person: string, stopBefore: (url: string) => boolean): Promise<string> {
    let url = start;
    for (let step = 0; step < 12; step += 1) {
      const response = await this.open(url);
      const next = await this.nextOf(url, response, person);
      if (stopBefore(next)) return next;
      url = next;
    }
    throw new Error(`Lost at ${url}`);
  }

  cookie(url: string, name: string): string | undefined {
    return this.jars.get(new URL(url).origin)?.get(name);
  }

  private async nextOf(url: string, response: Response, person: string): Promise<string> {
    const location = response.headers.get('location');
    if (location !== null) return new URL(location, url).href;
    const page = await response.text();
    const action = /action="([^"]+)"/.exec(page)?.[1];
    if (action === undefined) throw new Error(`No way on from ${url}: ${response.status} ${page.slice(0, 300)}`);
    const form: Record<string, string> = page.includes('name="login"')
      ? { prompt: 'login', login: person, password: 'x' }
      : { prompt: 'consent' };
    const target = new URL(action, url).href;
    const sent = await this.open(target, form);
    return new URL(sent.headers.get('location') ?? '', target).href;
  }

  private cookiesFor(url: string): string {
    return [...(this.jars.get(new URL(url).origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private keep(url: string, response: Response): void {
    const { origin } = new URL(url);
    const jar = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, jar);
    for (const line of response.headers.getSetCookie()) {
      const name = line.slice(0, line.indexOf('='));
      const value = line.slice(line.indexOf('=') + 1, line.indexOf(';'));
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
  }
}
