import { PERSONAS } from '@wir/shared/testing';
import type { Page } from 'playwright-core';
import { usePortal } from './use-portal';
import { settled } from './walk-routes';
import { PageWatch } from './watch-page';

const portal = usePortal('demo');
const EVERYBODY = [...Object.values(PERSONAS), 'antrag@wi.wir.example', 'zeichnung@wi.wir.example'];
const OPEN_PAGES = ['/anmelden', '/zugang', '/impressum', '/datenschutz', '/barrierefreiheit', '/gibt-es-nicht'];

/** Whatever the frame of the page leads to. */
async function linksOn(page: Page): Promise<string[]> {
  const addresses = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('nav a[href], header a[href], footer a[href]')].map(
      ({ pathname }) => pathname,
    ),
  );
  return [...new Set(addresses)];
}

describe('the policy of the page', () => {
  it.each(EVERYBODY)(
    'is kept by every page that the navigation shows to %s',
    async (account) => {
      const page = await portal.signIn(account);
      const watch = new PageWatch(page, portal.url);
      await page.goto('/');
      await settled(page);
      for (const path of await linksOn(page)) {
        await page.goto(path);
        await settled(page);
      }
      await page.context().close();

      expect(watch.take({ refusalExpected: true })).toEqual([]);
    },
    60_000,
  );

  it('is kept by the pages that are open to everybody', async () => {
    const page = await portal.visit();
    const watch = new PageWatch(page, portal.url);
    for (const path of OPEN_PAGES) {
      await page.goto(path);
      await settled(page);
    }

    expect(watch.take({ refusalExpected: true })).toEqual([]);
  });

  it('is kept by a chart that the mouse points at, and when the page is left', async () => {
    const page = await portal.signIn(PERSONAS.budgetOfficer);
    const watch = new PageWatch(page, portal.url);
    await page.goto('/haushalt');
    const chart = page.locator('app-budget-chart svg').first();
    await chart.scrollIntoViewIfNeeded();
    await settled(page);
    const box = await chart.boundingBox();
    await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 120);
    await page
      .getByText(/\d{1,3}(\.\d{3})*,\d\d\s€/)
      .first()
      .waitFor();
    // A chart that goes empties its element: the next page must still come.
    await page.getByRole('navigation', { name: 'Hauptnavigation' }).getByRole('link', { name: 'Anträge' }).click();
    await page.getByRole('heading', { name: 'Anträge', level: 1 }).waitFor();

    expect(watch.take()).toEqual([]);
  });

  it('lets a letter be seen, and nothing else in a frame', async () => {
    const page = await portal.signIn(PERSONAS.headOfUnit);
    const watch = new PageWatch(page, portal.url);
    const { body } = await portal.client.get<{ items: { id: string }[] }>('/notices?state=IN_COSIGN', {
      as: PERSONAS.headOfUnit,
    });
    await page.goto(`/bescheide/${body.items[0]?.id}/inhalt`);
    await page.locator('app-pdf-frame iframe[src^="blob:"]').first().waitFor({ state: 'attached' });
    await settled(page);

    expect(watch.take()).toEqual([]);
    expect(await refusedDirective(page, framePortal)).toBe('frame-src');
  });

  it.each([
    ['markup from text', 'require-trusted-types-for', writeMarkup],
    ['a script made of text', 'require-trusted-types-for', addScript],
    ['an address that is code', 'script-src-elem', runText],
    ['a handler in markup', 'require-trusted-types-for', addHandler],
    ['a style attribute', 'style-src-attr', addStyleAttribute],
    ['a style element', 'style-src-elem', addStyle],
    ['another base of addresses', 'base-uri', addBase],
    ['a policy of one’s own', 'trusted-types', addPolicy],
    ['another default policy', 'trusted-types', addDefaultPolicy],
    ['an embedded object', 'require-trusted-types-for', addObject],
    ['a request to elsewhere', 'connect-src', fetchElsewhere],
    ['a picture from elsewhere', 'img-src', showElsewhere],
  ] as const)('refuses %s', async (_what, directive, deed) => {
    const page = await portal.visit();
    await page.goto('/anmelden');

    expect(await refusedDirective(page, deed)).toBe(directive);
  });

  it('has its breaches written down, once each and without content', async () => {
    const report = { 'csp-report': { 'effective-directive': 'img-src', 'blocked-uri': 'http://evil.example/?geheim' } };
    const send = (content: string, type = 'application/csp-report'): Promise<Response> =>
      fetch(`${portal.url}/api/v1/csp-reports`, { method: 'POST', headers: { 'content-type': type }, body: content });

    expect((await send(JSON.stringify(report))).status).toBe(204);
    expect((await send('x'.repeat(9_000))).status).toBe(413);
    expect((await send('{}', 'text/plain')).status).toBe(415);
    const flood = await Promise.all(Array.from({ length: 70 }, () => send('{}')));
    expect(flood.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
  });
});

/** Does something in the page and waits for the browser to refuse it. */
async function refusedDirective(page: Page, deed: () => void): Promise<string> {
  const refused = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective), {
          once: true,
        });
      }),
  );
  // Not `evaluate`: what Playwright sends in is not bound by the policy of the page, what the page does later is.
  await page.evaluate(deed);
  return refused;
}

/* What follows runs inside the page, each as an intruder would do it. */
function writeMarkup(): void {
  try {
    document.body.innerHTML = '<b>x</b>';
  } catch {
    // The refusal itself; the browser reports it besides.
  }
}

function addScript(): void {
  const script = document.createElement('script');
  script.append('window.ran = true');
  document.body.append(script);
}

function runText(): void {
  const link = document.createElement('a');
  link.href = 'javascript:void(0)';
  document.body.append(link);
  link.click();
}

function addHandler(): void {
  try {
    document.body.setAttribute('onclick', 'window.ran = true');
  } catch {
    // The refusal itself; the browser reports it besides.
  }
}

function addStyleAttribute(): void {
  document.body.setAttribute('style', 'display: none');
}

function addStyle(): void {
  const style = document.createElement('style');
  style.textContent = 'body { display: none }';
  document.head.append(style);
}

function addBase(): void {
  const base = document.createElement('base');
  base.href = 'http://evil.example/';
  document.head.append(base);
}

function addPolicy(): void {
  const types: unknown = Reflect.get(window, 'trustedTypes');
  try {
    Reflect.apply(Reflect.get(Object(types), 'createPolicy'), types, ['evil', {}]);
  } catch {
    // The refusal itself; the browser reports it besides.
  }
}

function addDefaultPolicy(): void {
  const types: unknown = Reflect.get(window, 'trustedTypes');
  try {
    Reflect.apply(Reflect.get(Object(types), 'createPolicy'), types, ['default', { createHTML: String }]);
  } catch {
    // As above: the page has made its own, and there is only one.
  }
}

function addObject(): void {
  const object = document.createElement('object');
  try {
    object.data = '/favicon.svg';
  } catch {
    // The refusal itself; the browser reports it besides.
  }
}

function fetchElsewhere(): void {
  void fetch('http://127.0.0.1:9/').catch(() => undefined);
}

function showElsewhere(): void {
  new Image().src = 'http://127.0.0.1:9/x.png';
}

function framePortal(): void {
  const frame = document.createElement('iframe');
  frame.src = '/anmelden';
  document.body.append(frame);
}
