import { TestBed } from '@angular/core/testing';
import {
  ActivatedRouteSnapshot,
  RedirectCommand,
  Router,
  RouterStateSnapshot,
  UrlTree,
  provideRouter,
} from '@angular/router';
import { ApiProblem } from '../errors/api-problem';
import { signedIn } from './guards';
import { Session } from './session';

describe('the way into the portal', () => {
  let me: object | null;
  let mustEnrol: boolean;

  beforeEach(() => {
    me = { id: 'u1' };
    mustEnrol = false;
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: Session, useValue: { me: () => me, load: async () => me, mustEnrol: () => mustEnrol } },
      ],
    });
  });

  async function goTo(url: string): Promise<string | true> {
    const state = { url } as RouterStateSnapshot;
    const answer = await TestBed.runInInjectionContext(() => signedIn(new ActivatedRouteSnapshot(), state));
    return answer instanceof UrlTree ? TestBed.inject(Router).serializeUrl(answer) : answer === true || String(answer);
  }

  it('is open to whoever is signed in', async () => {
    expect(await goTo('/antraege')).toBe(true);
  });

  it('says to whom every role was taken that there is no access, instead of showing nothing', async () => {
    const load = (): Promise<never> => Promise.reject(new ApiProblem(403, 'auth.forbidden', '', ''));
    TestBed.overrideProvider(Session, { useValue: { me: () => null, load } });
    const state = { url: '/antraege' } as RouterStateSnapshot;

    const answer = await TestBed.runInInjectionContext(() => signedIn(new ActivatedRouteSnapshot(), state));

    expect(answer).toBeInstanceOf(RedirectCommand);
    expect(String((answer as RedirectCommand).redirectTo)).toBe('/kein-zugriff');
  });

  it('leads over the sign-in and back to where the person wanted to go', async () => {
    me = null;

    expect(await goTo('/antraege?state=DRAFT')).toBe('/anmelden?ziel=%2Fantraege%3Fstate%3DDRAFT');
  });

  it.each(['/', '/antraege', '/konto/sitzungen', '/konto/sicherheit-x'])(
    'leads from %s to the one page that is left while a second factor is missing',
    async (url) => {
      mustEnrol = true;

      expect(await goTo(url)).toBe('/konto/sicherheit');
    },
  );

  it('lets that page itself be reached', async () => {
    mustEnrol = true;

    expect(await goTo('/konto/sicherheit?x=1')).toBe(true);
  });
});
