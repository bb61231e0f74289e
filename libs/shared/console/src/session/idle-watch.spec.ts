import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { MeDto } from '@wir/shared/contract';
import { Api } from '../http/api';
import { problemInterceptor } from '../http/problem-interceptor';
import { IDLE_WARNING, IdleWatch } from './idle-watch';
import { SIGN_IN_AGAIN, Session } from './session';
import { SessionChannel, type SessionMessage } from './session-channel';

const MINUTE = 60_000;
const START = Date.parse('2026-03-02T09:00:00Z');

/** What the server says at this moment: half an hour without use, ten hours in all. */
function me(): MeDto {
  return {
    id: 'u1',
    name: 'Frau Amt',
    email: 'a@b.example',
    roles: ['CASE_WORKER'],
    applicantId: null,
    applicantName: null,
    permissions: [],
    now: '2026-03-02T08:00:00Z',
    mode: 'demo',
    sessionExpiresAt: new Date(START + 600 * MINUTE).toISOString(),
    idleEndsAt: new Date(Date.now() + 30 * MINUTE).toISOString(),
    familyId: 'f1',
    personId: 'p1',
    hasFactor: false,
    mustEnrol: false,
    factorFreshUntil: null,
    delegations: [],
  };
}

class ManualChannel {
  readonly sent: SessionMessage[] = [];
  private readonly listeners: ((message: SessionMessage) => void)[] = [];
  post(message: SessionMessage): void {
    this.sent.push(message);
  }
  listen(listener: (message: SessionMessage) => void): void {
    this.listeners.push(listener);
  }
  arrive(message: SessionMessage): void {
    for (const listener of this.listeners) listener(message);
  }
}

describe('a session nobody uses', () => {
  let watch: IdleWatch;
  let http: HttpTestingController;
  let channel: ManualChannel;
  const warning = jest.fn<Promise<void>, []>();
  const signInAgain = jest.fn<Promise<boolean>, []>();

  beforeEach(async () => {
    jest.useFakeTimers({ now: START });
    warning.mockReset().mockReturnValue(new Promise(() => undefined));
    signInAgain.mockReset().mockReturnValue(new Promise(() => undefined));
    channel = new ManualChannel();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        { provide: SessionChannel, useValue: channel },
        { provide: SIGN_IN_AGAIN, useValue: signInAgain },
        { provide: IDLE_WARNING, useValue: warning },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    const loading = TestBed.inject(Session).load();
    answerMe();
    await loading;
    watch = TestBed.inject(IdleWatch);
  });

  afterEach(() => {
    TestBed.resetTestingModule();
    jest.useRealTimers();
  });

  function answerMe(): void {
    http.expectOne('/api/v1/me').flush(me(), { headers: { Date: new Date().toUTCString() } });
  }

  /** The timers of the page run; what the server would say is asked for by hand. */
  const pass = (minutes: number): void => void jest.advanceTimersByTime(minutes * MINUTE);
  const type = (): void => void document.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
  async function turn(): Promise<void> {
    for (let count = 0; count < 12; count++) await Promise.resolve();
  }

  it('is spoken of five minutes before its end and not earlier', () => {
    pass(24.9);
    expect(warning).not.toHaveBeenCalled();
    expect(watch.idleLeft()).toBeNull();

    pass(0.2);
    expect(warning).toHaveBeenCalledTimes(1);
    expect(watch.idleLeft()).toBeLessThanOrEqual(5 * MINUTE);
  });

  it('goes on with the one step the person takes', async () => {
    pass(26);
    const staying = watch.stay();
    answerMe();
    await staying;

    expect(watch.idleLeft()).toBeNull();
    pass(24.9);
    expect(watch.idleLeft()).toBeNull();
    expect(signInAgain).not.toHaveBeenCalled();
  });

  it('asks for a sign-in over the page once it has ended, and asks once', async () => {
    pass(31);
    pass(5);

    expect(signInAgain).toHaveBeenCalledTimes(1);
    http.verify();
  });

  it('is put off by every answer of the server', async () => {
    pass(20);
    const reading = TestBed.inject(Api).get('/tasks');
    http.expectOne('/api/v1/tasks').flush([]);
    await reading;
    pass(20);

    expect(warning).not.toHaveBeenCalled();
  });

  it('is kept by somebody who types without saving, with a question every five minutes at most', async () => {
    pass(4);
    type();
    http.expectNone('/api/v1/me');
    pass(1.1);
    answerMe();
    await turn();
    for (let minute = 0; minute < 4; minute++) {
      pass(1);
      type();
    }
    http.expectNone('/api/v1/me');
    pass(1.1);
    answerMe();
    await turn();
    pass(24);

    expect(warning).not.toHaveBeenCalled();
  });

  it('is not put off by typing while the warning shows: the person says so', () => {
    pass(26);
    type();
    pass(1);

    http.expectNone('/api/v1/me');
    expect(watch.idleLeft()).not.toBeNull();
  });

  it('goes on where another tab is used', () => {
    pass(26);
    channel.arrive({ kind: 'contact', at: Date.now() });

    expect(watch.idleLeft()).toBeNull();
  });

  it('tells the other tabs of its own use, once', async () => {
    TestBed.tick();
    pass(3);
    const reading = TestBed.inject(Api).get('/tasks');
    http.expectOne('/api/v1/tasks').flush([]);
    await reading;
    TestBed.tick();
    channel.arrive({ kind: 'contact', at: Date.now() + 10 });
    TestBed.tick();

    expect(channel.sent.filter(({ kind }) => kind === 'contact')).toEqual([
      { kind: 'contact', at: START },
      { kind: 'contact', at: START + 3 * MINUTE },
    ]);
  });

  it('counts by the clock of the server when the one of the device is wrong', async () => {
    const ahead = 12 * MINUTE;
    const loading = TestBed.inject(Session).load();
    const shifted = { ...me(), idleEndsAt: new Date(Date.now() + ahead + 30 * MINUTE).toISOString() };
    http.expectOne('/api/v1/me').flush(shifted, { headers: { Date: new Date(Date.now() + ahead).toUTCString() } });
    await loading;

    pass(24.9);
    expect(warning).not.toHaveBeenCalled();
    pass(0.2);
    expect(warning).toHaveBeenCalledTimes(1);
  });

  it('tells ten minutes before it that the last end comes, however much it is used', () => {
    for (let minute = 0; minute < 589; minute += 1) {
      channel.arrive({ kind: 'contact', at: Date.now() });
      pass(1);
    }
    expect(watch.lastEndNear()).toBeNull();
    channel.arrive({ kind: 'contact', at: Date.now() });
    pass(1.1);

    expect(watch.lastEndNear()).toEqual(new Date(START + 600 * MINUTE));
  });
});

describe('several tabs of one browser', () => {
  let session: Session;
  let http: HttpTestingController;
  let channel: ManualChannel;

  beforeEach(async () => {
    localStorage.clear();
    channel = new ManualChannel();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        { provide: SessionChannel, useValue: channel },
      ],
    });
    session = TestBed.inject(Session);
    http = TestBed.inject(HttpTestingController);
    const loading = session.load();
    http.expectOne('/api/v1/me').flush(me());
    await loading;
  });

  it('are all signed out when one is', () => {
    channel.arrive({ kind: 'signed-out' });

    expect(session.me()).toBeNull();
    expect(session.signedOutElsewhere()).toBe(true);
  });

  it('take over the new session when the same person signs in in one of them', async () => {
    channel.arrive({ kind: 'signed-in', account: 'u1', family: 'f2' });
    http.expectOne('/api/v1/me').flush({ ...me(), familyId: 'f2' });
    await Promise.resolve();
    await Promise.resolve();

    expect(session.me()?.familyId).toBe('f2');
  });

  it('ask for nothing when a tab only opened another page of the same session', () => {
    channel.arrive({ kind: 'signed-in', account: 'u1', family: 'f1' });

    http.expectNone('/api/v1/me');
  });
});
