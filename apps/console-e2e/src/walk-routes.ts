import type { HttpClient } from '@wir/shared/testing';
import type { Page } from 'playwright-core';
import { sidewaysScroll, violationsOn } from './accessibility';
import type { PortalUnderTest } from './use-portal';
import { PageWatch } from './watch-page';

/** One page, tab or dialog of the portal. */
export interface Stop {
  readonly name: string;
  readonly path: string | ((find: Finder) => Promise<string>);
  /** Opens a dialog, provokes an error … once the page is there. */
  readonly then?: (page: Page) => Promise<void>;
  /** The server refuses something here on purpose: a session that is not there, a case that is not theirs. */
  readonly refusalExpected?: boolean;
}

/** The first object of a list that fits, as the person sees it: `find('/applications?state=DRAFT')` gives its id. */
export type Finder = (listPath: string) => Promise<string>;

type Scheme = 'light' | 'dark';

/** One half is drawn light first, the other dark first; a change of scheme while the page is open is tested on the way. */
const WINDOWS: readonly { readonly width: number; readonly schemes: readonly [Scheme, Scheme] }[] = [
  { width: 1280, schemes: ['light', 'dark'] },
  { width: 320, schemes: ['dark', 'light'] },
];

/** Walks one person through the stops in both windows and both schemes; each stop must be without any finding. */
export function describeRoutes(portal: PortalUnderTest, account: string | null, stops: readonly Stop[]): void {
  describe(`the pages of ${account ?? 'somebody who is not signed in'}`, () => {
    describe.each(WINDOWS)('in a window of $width px', ({ width, schemes }) => {
      let page: Page;
      let watch: PageWatch;
      beforeAll(async () => {
        const options = {
          viewport: { width, height: 900 },
          colorScheme: schemes[0],
          reducedMotion: 'reduce',
        } as const;
        page = await (account ? portal.signIn(account, options) : portal.visit(options));
        watch = new PageWatch(page, portal.url);
      });
      afterAll(() => page?.context().close());

      it.each(stops)('$name can be used by everybody', async ({ path, then, refusalExpected }) => {
        await page.emulateMedia({ colorScheme: schemes[0] });
        await page.goto(typeof path === 'string' ? path : await path(finder(portal.client, account)));
        await settled(page);
        if (then) {
          await then(page);
          await settled(page);
        }
        const findings: string[] = [];
        for (const colorScheme of schemes) {
          await page.emulateMedia({ colorScheme });
          await drawn(page);
          findings.push(...(await findingsOn(page)).map((finding) => `${colorScheme}: ${finding}`));
        }
        findings.push(...watch.take({ refusalExpected }));
        expect(findings).toEqual([]);
      });
    });
  });
}

/** Loaded, drawn, and nothing on its way any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('[aria-busy="true"]'));
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/**
 * Colours change in a transition, however short: measured is what stands at its end. A transition that another one
 * replaces rejects its promise while the new one still runs, so the page is asked again until two frames in a row
 * have nothing moving.
 */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const running = (): Animation[] => document.getAnimations().filter(({ playState }) => playState === 'running');
    let quietFrames = 0;
    while (quietFrames < 2) {
      await frame();
      const moving = running();
      quietFrames = moving.length === 0 ? quietFrames + 1 : 0;
      await Promise.allSettled(moving.map(({ finished }) => finished));
    }
  });
}

async function findingsOn(page: Page): Promise<string[]> {
  const findings = await violationsOn(page);
  const sideways = await sidewaysScroll(page);
  const { headings, title } = await page.evaluate(() => ({
    headings: document.querySelectorAll('h1').length,
    title: document.title,
  }));
  if (sideways > 0) findings.push(`the page is ${sideways} px wider than the window`);
  if (headings !== 1) findings.push(`${headings} headings of level 1`);
  if (!/\S+ – WIR-Förderportal$/.test(title)) findings.push(`title "${title}"`);
  return findings;
}

function finder(client: HttpClient, as: string | null): Finder {
  return async (listPath) => {
    const { body } = await client.get<{ items?: { id: string }[] }>(listPath, as ? { as } : {});
    const [first] = body.items ?? [];
    if (!first) throw new Error(`${listPath} has nothing to show to ${as}: ${JSON.stringify(body)}`);
    return first.id;
  };
}
