import { sampleApplication, sampleNotice } from '../testing/sample-notice';
import { contentChecks, fieldOf } from './content-checks';
import { draftOf } from './draft-value';

describe('the checklist beside the form', () => {
  const notice = sampleNotice();
  const faults = (texts: Partial<typeof notice.texts>, application = sampleApplication()): (string | null)[] =>
    contentChecks(notice, application, { ...draftOf(notice), texts: { ...notice.texts, ...texts } })
      .map(({ code }) => code)
      .filter((code) => code !== null);

  it('has twenty contents for a grant, all there in a complete draft', () => {
    expect(contentChecks(notice, sampleApplication(), draftOf(notice))).toHaveLength(20);
    expect(faults({})).toEqual([]);
  });

  it('follows what is being typed, not what was stored', () => {
    expect(faults({ purpose: ' ' })).toEqual(['notice.purpose-missing']);
  });

  it('wants reasons only for a cut', () => {
    expect(faults({ reasons: '' })).toEqual([]);
    expect(faults({ reasons: '' }, sampleApplication({ requestedCents: 30_000_000 }))).toEqual([
      'notice.reasons-missing',
    ]);
  });

  it('leads from a fault to the field that mends it', () => {
    expect(fieldOf('notice.purpose-missing')).toBe('purpose');
    expect(fieldOf('notice.court-missing')).toBeNull();
  });
});
