import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { STEP_UP } from '../session/step-up';
import { Api } from './api';
import { problemInterceptor } from './problem-interceptor';
import { sessionInterceptor } from './session-interceptor';
import { stepUpInterceptor } from './step-up-interceptor';

const FORBIDDEN = { status: 403, statusText: 'Forbidden' };
const NOT_FRESH = { code: 'auth.step-up-required', minutes: 5 };

describe('a deed that needs a fresh second factor', () => {
  let api: Api;
  let http: HttpTestingController;
  const stepUp = jest.fn<Promise<boolean>, []>();

  beforeEach(() => {
    stepUp.mockReset();
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([sessionInterceptor, stepUpInterceptor, problemInterceptor])),
        provideHttpClientTesting(),
        { provide: STEP_UP, useValue: stepUp },
      ],
    });
    api = TestBed.inject(Api);
    http = TestBed.inject(HttpTestingController);
  });

  afterEach(() => http.verify());

  async function turn(): Promise<void> {
    for (let count = 0; count < 12; count++) await Promise.resolve();
  }

  it('is done after the confirmation as it was asked for, with the same key', async () => {
    stepUp.mockResolvedValue(true);
    const answer = api.post<string>('/notices/1/signature', { documentSha256: 'abc' }, 'notice.sign');
    const refused = http.expectOne('/api/v1/notices/1/signature');
    refused.flush(NOT_FRESH, FORBIDDEN);
    await turn();
    const repeated = http.expectOne('/api/v1/notices/1/signature');
    expect(repeated.request.headers.get('Idempotency-Key')).toBe(refused.request.headers.get('Idempotency-Key'));
    expect(repeated.request.body).toEqual({ documentSha256: 'abc' });
    repeated.flush('signed');

    expect(await answer).toBe('signed');
  });

  it('is refused to the form when the person cancels, and nothing is sent again', async () => {
    stepUp.mockResolvedValue(false);
    const answer = api.post('/notices/1/signature', {}, 'notice.sign').catch((error: unknown) => error);
    http.expectOne('/api/v1/notices/1/signature').flush(NOT_FRESH, FORBIDDEN);
    await turn();

    expect(await answer).toEqual(expect.objectContaining({ status: 403, code: 'auth.step-up-required' }));
  });

  it('is asked for once, however many calls wait for it', async () => {
    stepUp.mockResolvedValue(true);
    const answers = [api.deletePlain('/me/factors/totp'), api.postSecret('/me/factors/recovery-codes', {})];
    http.expectOne('/api/v1/me/factors/totp').flush(NOT_FRESH, FORBIDDEN);
    http.expectOne('/api/v1/me/factors/recovery-codes').flush(NOT_FRESH, FORBIDDEN);
    await turn();
    http.expectOne('/api/v1/me/factors/totp').flush(null);
    http.expectOne('/api/v1/me/factors/recovery-codes').flush({});
    await Promise.all(answers);

    expect(stepUp).toHaveBeenCalledTimes(1);
  });

  it('is not asked for again when the repeated call is refused too', async () => {
    stepUp.mockResolvedValue(true);
    const answer = api.deletePlain('/me/factors/totp').catch((error: unknown) => error);
    http.expectOne('/api/v1/me/factors/totp').flush(NOT_FRESH, FORBIDDEN);
    await turn();
    http.expectOne('/api/v1/me/factors/totp').flush(NOT_FRESH, FORBIDDEN);

    expect(await answer).toEqual(expect.objectContaining({ code: 'auth.step-up-required' }));
    expect(stepUp).toHaveBeenCalledTimes(1);
  });

  it('leaves every other refusal alone', async () => {
    const answer = api.get('/budget').catch((error: unknown) => error);
    http.expectOne('/api/v1/budget').flush({ code: 'auth.forbidden' }, FORBIDDEN);

    expect(await answer).toEqual(expect.objectContaining({ code: 'auth.forbidden' }));
    expect(stepUp).not.toHaveBeenCalled();
  });
});
