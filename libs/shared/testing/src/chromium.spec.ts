import { resolveChromium } from './chromium';

describe('choosing a browser', () => {
  const before = process.env['CHROMIUM_PATH'];
  afterEach(() => {
    if (before === undefined) delete process.env['CHROMIUM_PATH'];
    else process.env['CHROMIUM_PATH'] = before;
  });

  it('takes the one that CHROMIUM_PATH names', async () => {
    process.env['CHROMIUM_PATH'] = process.execPath;

    await expect(resolveChromium()).resolves.toEqual({ executablePath: process.execPath, env: {} });
  });

  it('refuses a CHROMIUM_PATH that leads nowhere instead of taking another', async () => {
    process.env['CHROMIUM_PATH'] = '/nowhere/chromium';

    await expect(resolveChromium()).rejects.toThrow('CHROMIUM_PATH=/nowhere/chromium');
  });
});
