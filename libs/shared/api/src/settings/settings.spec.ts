import { readSettings } from './settings';

describe('readSettings', () => {
  it('has a value for everything that is not set', () => {
    expect(readSettings({})).toMatchObject({ port: 3000, mode: 'demo', files: 'fs', runsJobs: true });
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', 'abc'],
    ['WIR_MODE', 'test'],
    ['WIR_NOW', '2026-03-02'],
    ['DATABASE_URL', 'mysql://x/y'],
    ['WIR_SEED', 'all'],
    ['WIR_SMTP_URL', 'https://mail.example'],
    ['WIR_MAIL_FROM', 'portal@land.example>\r\nBcc: x@y.example'],
  ])('names %s when it is %s', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(
      new RegExp(`Die Einstellung ${name} hat einen falschen Wert`),
    );
  });

  it('wants a sender where mail leaves the house', () => {
    expect(() => readSettings({ WIR_SMTP_URL: 'smtps://mail.example' })).toThrow('WIR_MAIL_FROM');
  });

  it('lets nobody move the clock in production', () => {
    expect(() => readSettings({ WIR_MODE: 'production', WIR_NOW: '2026-03-02T09:00:00+01:00' })).toThrow('WIR_NOW');
  });
});
