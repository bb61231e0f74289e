import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ApiProblem, Session } from '@wir/shared/console';
import type { NoticeDto } from '@wir/shared/contract';
import { Conflicts } from '@wir/shared/ui';
import { NoticeClient, type NoticeChange } from '../data/notice-client';
import { NoticeStore } from '../detail/notice-store';
import { PreviewStore } from '../preview/preview-store';
import { sampleApplication, sampleNotice } from '../testing/sample-notice';
import { NoticeDraft } from './notice-draft';

describe('writing a notice', () => {
  let server: NoticeDto;
  const update = jest.fn<Promise<NoticeDto>, [string, NoticeChange, number]>();
  const document = jest.fn<Promise<Blob>, [string, boolean]>();
  const resolve = jest.fn();
  let draft: NoticeDraft;
  let store: NoticeStore;
  let preview: PreviewStore;

  beforeEach(async () => {
    jest.useFakeTimers();
    localStorage.clear();
    server = sampleNotice();
    update.mockReset().mockImplementation((_id, { texts }, version) => {
      server = sampleNotice({ texts, version: version + 1 });
      return Promise.resolve(server);
    });
    document.mockReset().mockImplementation(() => Promise.resolve(pdf()));
    resolve.mockReset();
    Object.defineProperty(crypto, 'subtle', {
      configurable: true,
      value: { digest: () => Promise.resolve(new Uint8Array(32).buffer) },
    });
    const session = { me: signal({ id: 'me' }), isApplicant: signal(false), can: () => false };
    TestBed.configureTestingModule({
      providers: [
        NoticeStore,
        NoticeDraft,
        PreviewStore,
        { provide: Session, useValue: session },
        { provide: Conflicts, useValue: { resolve } },
        {
          provide: NoticeClient,
          useValue: {
            byId: () => Promise.resolve(server),
            application: () => Promise.resolve(sampleApplication()),
            update,
            document,
          },
        },
      ],
    });
    await open();
  });

  afterEach(() => jest.useRealTimers());

  async function open(): Promise<void> {
    store = TestBed.inject(NoticeStore);
    preview = TestBed.inject(PreviewStore);
    draft = TestBed.inject(NoticeDraft);
    store.id.set('n1');
    await wait(1);
    await wait(1);
  }

  /** Effects run in a tick of the application, the rest in timers and promises. */
  async function wait(milliseconds: number): Promise<void> {
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(milliseconds);
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(0);
  }

  function type(purpose: string): void {
    draft.value.update((value) => ({ ...value, texts: { ...value.texts, purpose } }));
    TestBed.tick();
  }

  it('builds the preview once when the page opens', () => {
    expect(draft.value().texts.purpose).toBe('Vielfalt');
    expect(document).toHaveBeenCalledTimes(1);
    expect(document.mock.calls[0]?.slice(0, 2)).toEqual(['n1', true]);
  });

  it('stores and rebuilds once after typing stops, within a second', async () => {
    for (const text of ['V', 'Vi', 'Vie', 'Viel']) {
      type(text);
      await wait(200);
    }
    expect(update).not.toHaveBeenCalled();

    await wait(500);
    await wait(1);

    expect(update).toHaveBeenCalledTimes(1);
    expect(update.mock.calls[0]?.[1].texts.purpose).toBe('Viel');
    expect(update.mock.calls[0]?.[2]).toBe(1);
    expect(document).toHaveBeenCalledTimes(2);
    expect(preview.document()?.version).toBe(2);
    expect(preview.isCurrent()).toBe(true);
  });

  it('keeps the last preview on the screen while the next one is built', async () => {
    expect(preview.document()?.version).toBe(1);
    document.mockImplementation(() => new Promise(() => undefined));
    type('Neu');
    await wait(600);

    expect(preview.document()?.version).toBe(1);
    expect(preview.isCurrent()).toBe(false);
  });

  it('does not lose what is typed while an answer is on its way', async () => {
    type('Erst');
    await wait(500);
    type('Erst und mehr');
    await wait(600);

    expect(draft.value().texts.purpose).toBe('Erst und mehr');
    expect(update.mock.calls.at(-1)?.[1].texts.purpose).toBe('Erst und mehr');
  });

  it('shows both versions after somebody else saved, and stores what was chosen', async () => {
    update.mockRejectedValueOnce(new ApiProblem(412, 'request.version-stale', '', ''));
    type('Mein Text');
    await wait(600);
    expect(draft.autosave.state()).toBe('conflict');

    server = sampleNotice({
      version: 5,
      texts: { ...sampleNotice().texts, purpose: 'Ihr Text', closing: 'Ihr Schluss' },
    });
    resolve.mockResolvedValue({ purpose: 'mine', closing: 'theirs' });
    await draft.resolve();
    await wait(600);

    expect(update).toHaveBeenLastCalledWith(
      'n1',
      expect.objectContaining({ texts: expect.objectContaining({ purpose: 'Mein Text', closing: 'Ihr Schluss' }) }),
      5,
    );
  });

  it('brings back what this device kept of the same version', async () => {
    const kept = { texts: { ...server.texts, purpose: 'Vor dem Absturz' }, provisions: [] };
    localStorage.setItem('wir.copy.notice.n2.me', JSON.stringify({ value: kept, version: 1, keptAt: '2026-03-02' }));
    server = sampleNotice({ id: 'n2' });
    store.id.set('n2');
    await wait(1);
    await wait(1);

    expect(draft.value().texts.purpose).toBe('Vor dem Absturz');
    expect(draft.restored()).toBe(true);
  });

  it('takes back the last change of a button, and only that', () => {
    draft.change((value) => ({ ...value, provisions: [] }), 'decisions.undo.removed', '.add');
    expect(draft.undo()?.label).toBe('decisions.undo.removed');

    expect(draft.takeBack()).toBe('.add');
    expect(draft.value().provisions).toHaveLength(2);

    draft.change((value) => ({ ...value, provisions: [] }), 'decisions.undo.removed', '.add');
    type('Weiter geschrieben');
    expect(draft.undo()).toBeNull();
  });

  it('is over with the signature: nothing is stored any more', async () => {
    store.notice.set(sampleNotice({ state: 'SIGNED', version: 9, actions: [] }));
    await wait(1);
    type('Zu spät');
    await wait(2000);

    expect(draft.editable()).toBe(false);
    expect(update).not.toHaveBeenCalled();
  });
});

/** jsdom's Blob does not give its bytes away. */
function pdf(): Blob {
  const bytes = new TextEncoder().encode('%PDF-1.7 << /Type /Pages /Count 4 >>');
  return Object.assign(new Blob([bytes], { type: 'application/pdf' }), {
    arrayBuffer: () => Promise.resolve(bytes.buffer),
  });
}
