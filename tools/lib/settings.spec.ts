import { DEMO_NOW, readSettings } from './settings.mjs';

const read = (env: Record<string, string>) => readSettings(env, '/portal');

describe('reading the settings', () => {
  it('starts the demo on the embedded database when nothing is set', () => {
    expect(read({})).toEqual({
      port: 3000,
      dataDir: '/portal/.data',
      databaseUrl: undefined,
      ownerDatabaseUrl: undefined,
      mode: 'demo',
      seed: 'demo',
      now: DEMO_NOW,
      files: 'fs',
    });
  });

  it('takes an empty value for one that is not set', () => {
    expect(read({ PORT: ' ', DATABASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: undefined });
  });

  it('seeds nothing and sets no clock in production', () => {
    expect(read({ WIR_MODE: 'production' })).toMatchObject({ seed: 'none', now: undefined });
  });

  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3e3'],
    ['PORT', '-1'],
    ['WIR_MODE', 'Demo'],
    ['WIR_SEED', 'full'],
    ['WIR_FILES', 'ftp'],
    ['WIR_NOW', '2026-03-02'],
    ['WIR_NOW', '2026-03-02T09:00:00'],
    ['WIR_NOW', '2026-13-02T09:00:00Z'],
    ['DATABASE_URL', 'mysql://user@host/db'],
    ['DATABASE_URL', 'postgres://host'],
    ['WIR_OWNER_DATABASE_URL', 'somewhere'],
  ])('refuses %s=%s with a sentence that names it', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(name);
  });

  it.each([
    ['the demo seed', { WIR_SEED: 'demo' }],
    ['a moved clock', { WIR_NOW: DEMO_NOW }],
  ])('refuses %s in production', (_what, env) => {
    expect(() => read({ WIR_MODE: 'production', ...env })).toThrow('production');
  });

  it('keeps an absolute data folder where it is', () => {
    expect(read({ WIR_DATA_DIR: '/var/lib/wir' }).dataDir).toBe('/var/lib/wir');
  });
});
