import {
  DEMO_PASSWORD,
  HttpClient,
  launchChromium,
  startApi,
  useTestDatabase,
  type RunningApi,
  type TestDatabase,
} from '@wir/shared/testing';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** The portal in a real browser, on a database of its own. */
export interface PortalUnderTest {
  readonly url: string;
  readonly database: TestDatabase;
  /** For what no person does in the browser: moving the demo's clock. */
  readonly client: HttpClient;
  /** A browser of its own, like another person's machine; not signed in. */
  visit(options?: BrowserContextOptions): Promise<Page>;
  /** A browser of its own, signed in through the sign-in page. */
  signIn(email: string, options?: BrowserContextOptions): Promise<Page>;
}

export function usePortal(seed: 'base' | 'demo'): PortalUnderTest {
  jest.setTimeout(180_000);
  const database = useTestDatabase({ seed });
  let api: RunningApi;
  let browser: Browser;
  let client: HttpClient;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    [api, browser] = await Promise.all([startApi(database), launchChromium()]);
    client = new HttpClient(api.url);
  }, 180_000);
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    await browser?.close();
    await api?.stop();
  });

  const visit = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({
      baseURL: api.url,
      locale: 'de-DE',
      timezoneId: 'Europe/Berlin',
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    context.setDefaultTimeout(30_000);
    contexts.push(context);
    return context.newPage();
  };

  return {
    database,
    get url(): string {
      return api.url;
    },
    get client(): HttpClient {
      return client;
    },
    visit,
    async signIn(email, options): Promise<Page> {
      const page = await visit(options);
      await page.goto('/anmelden');
      await page.getByLabel('E-Mail-Adresse').fill(email);
      await page.getByLabel('Passwort', { exact: true }).fill(DEMO_PASSWORD);
      await page.getByRole('main').getByRole('button', { name: 'Anmelden', exact: true }).click();
      await page.waitForURL((address) => !address.pathname.startsWith('/anmelden'));
      return page;
    },
  };
}
