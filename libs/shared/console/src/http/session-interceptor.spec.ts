import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { MeDto } from '@wir/shared/contract';
import { ApiProblem } from '../errors/api-problem';
import { SIGN_IN_AGAIN, Session } from '../session/session';
import { Api } from './api';
import { problemInterceptor } from './problem-interceptor';
import { sessionInterceptor } from './session-interceptor';

const ME: MeDto = {
  id: 'u1',
  name: 'Frau Amt',
  email: 'a@b.example',
  roles: ['CASE_WORKER'],
  applicantId: null,
  applicantName: null,
  permissions: ['task.read'],
  now: '2026-03-02T08:00:00Z',
  mode: 'demo',
  sessionExpiresAt: '2026-03-02T20:00:00Z',
  idleEndsAt: '2026-03-02T08:30:00Z',
  familyId: 'f1',
  personId: 'p1',
  hasFactor: false,
  mustEnrol: false,
  factorFreshUntil: null,
  delegations: [],
};
const SIGNED_OUT = { status: 401, statusText: 'Unauthorized' };

describe('a session that ran out', () => {
  let api: Api;
  let http: HttpTestingController;
  const signInAgain = jest.fn<Promise<boolean>, []>();

  beforeEach(async () => {
    signInAgain.mockReset();
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([sessionInterceptor, problemInterceptor])),
        provideHttpClientTesting(),
        { provide: SIGN_IN_AGAIN, useValue: signInAgain },
      ],
    });
    api = TestBed.inject(Api);
    http = TestBed.inject(HttpTestingController);
    const loading = TestBed.inject(Session).load();
    http.expectOne('/api/v1/me').flush(ME);
    await loading;
  });

  afterEach(() => http.verify());

  async function turn(): Promise<void> {
    for (let count = 0; count < 12; count++) await Promise.resolve();
  }

  it('is refreshed once for all requests that fail together, and each is repeated', async () => {
    const first = api.get<string>('/tasks');
    const second = api.get<string>('/applications');
    http.expectOne('/api/v1/tasks').flush({ code: 'auth.not-signed-in' }, SIGNED_OUT);
    http.expectOne('/api/v1/applications').flush({ code: 'auth.not-signed-in' }, SIGNED_OUT);
    await turn();
    http.expectOne('/api/v1/auth/refresh').flush({});
    await turn();
    http.expectOne('/api/v1/me').flush(ME);
    await turn();
    http.expectOne('/api/v1/tasks').flush('tasks');
    http.expectOne('/api/v1/applications').flush('applications');

    expect(await Promise.all([first, second])).toEqual(['tasks', 'applications']);
    expect(signInAgain).not.toHaveBeenCalled();
  });

  it('asks the person to sign in over the page when it cannot be refreshed, and goes on', async () => {
    signInAgain.mockResolvedValue(true);
    const answer = api.post<string>('/applications/1/submission', {}, 'submit');
    const sent = http.expectOne('/api/v1/applications/1/submission');
    sent.flush({ code: 'auth.not-signed-in' }, SIGNED_OUT);
    await turn();
    http.expectOne('/api/v1/auth/refresh').flush({ code: 'auth.not-signed-in' }, SIGNED_OUT);
    await turn();
    const repeated = http.expectOne('/api/v1/applications/1/submission');
    expect(repeated.request.headers.get('Idempotency-Key')).toBe(sent.request.headers.get('Idempotency-Key'));
    repeated.flush('done');

    expect(await answer).toBe('done');
  });

  it('repeats with the token of the new session, not with the one of the old', async () => {
    document.cookie = 'XSRF-TOKEN=old';
    const answer = api.post<string>('/applications/1/submission', {}, 'submit');
    const sent = http.expectOne('/api/v1/applications/1/submission');
    expect(sent.request.headers.get('X-XSRF-TOKEN')).toBe('old');
    sent.flush({ code: 'auth.not-signed-in' }, SIGNED_OUT);
    await turn();
    document.cookie = 'XSRF-TOKEN=new';
    http.expectOne('/api/v1/auth/refresh').flush({});
    await turn();
    http.expectOne('/api/v1/me').flush(ME);
    await turn();
    const repeated = http.expectOne('/api/v1/applications/1/submission');
    expect(repeated.request.headers.get('X-XSRF-TOKEN')).toBe('new');
    repeated.flush('done');

    expect(await answer).toBe('done');
  });

  it('tells the page when the person does not sign in', async () => {
    signInAgain.mockResolvedValue(false);
    const answer = api.get('/tasks').catch((error: unknown) => error);
    http.expectOne('/api/v1/tasks').flush({ code: 'auth.not-signed-in' }, SIGNED_OUT);
    await turn();
    http.expectOne('/api/v1/auth/refresh').flush({}, SIGNED_OUT);

    expect(await answer).toEqual(expect.objectContaining({ status: 401, code: 'auth.not-signed-in' }));
  });

  it('leaves a wrong password to the sign-in form', async () => {
    const answer = TestBed.inject(Session)
      .signIn({ email: 'a', password: 'b' })
      .catch((error: unknown) => error);
    http.expectOne('/api/v1/auth/login').flush({ code: 'auth.invalid-credentials', requestId: 'r' }, SIGNED_OUT);

    expect(await answer).toBeInstanceOf(ApiProblem);
  });
});
