import { sampleNotice } from '../testing/sample-notice';
import { pageCount } from './page-count';
import { documentOf } from './preview-store';

const bytes = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;

describe('which document is shown', () => {
  it('is the draft until the signature and the original afterwards', () => {
    expect(documentOf(sampleNotice({ version: 3 }), false)).toEqual({ id: 'n1', version: 3, isDraft: true });
    expect(documentOf(sampleNotice({ state: 'SIGNED', version: 4 }), false)).toMatchObject({ isDraft: false });
  });

  it('is not loaded again when a signed notice moves on: the original never changes', () => {
    const signed = documentOf(sampleNotice({ state: 'SIGNED', version: 4 }), false);
    const dispatched = documentOf(sampleNotice({ state: 'DISPATCHED', version: 5 }), false);

    expect(signed).toEqual(dispatched);
  });

  it('is none for a municipality before it has retrieved the notice', () => {
    const provided = sampleNotice({ state: 'DISPATCHED', channel: 'PORTAL', dispatchedOn: '2026-03-02' });

    expect(documentOf(provided, true)).toBeUndefined();
    expect(documentOf({ ...provided, retrievedOn: '2026-03-03' }, true)).toBeDefined();
    expect(documentOf({ ...provided, channel: 'POST' }, true)).toBeDefined();
  });
});

describe('counting pages', () => {
  it('reads the page tree in either order', () => {
    expect(pageCount(bytes('<< /Type /Pages /Kids [1 0 R] /Count 5 >>'))).toBe(5);
    expect(pageCount(bytes('<< /Count 3 /Type /Pages >>'))).toBe(3);
  });

  it('admits that it cannot tell', () => {
    expect(pageCount(bytes('packed'))).toBe(0);
  });
});
