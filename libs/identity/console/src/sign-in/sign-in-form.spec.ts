import { ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ApiProblem, Session } from '@wir/shared/console';
import { SignInClient } from '../data/sign-in-client';
import { PasskeyCeremony } from '../passkeys/passkey-ceremony';
import { SignInForm } from './sign-in-form';

const ASKS_FACTOR = new ApiProblem(401, 'auth.second-factor-required', '', 'r-1', [], {
  methods: ['TOTP', 'RECOVERY'],
});

describe('signing in', () => {
  let fixture: ComponentFixture<SignInForm>;
  let host: HTMLElement;
  let signedIn: jest.Mock;
  let canUsePasskeys: boolean;
  const signIn = jest.fn();
  const enter = jest.fn();

  beforeEach(() => {
    signIn.mockReset().mockResolvedValue({});
    enter.mockReset().mockResolvedValue({});
    canUsePasskeys = true;
    signedIn = jest.fn();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: Session, useValue: { signIn, enter } },
        {
          provide: SignInClient,
          useValue: { passkeyOptions: async () => ({ challengeId: 'c1' }), signInWithPasskey: async () => undefined },
        },
        { provide: PasskeyCeremony, useValue: { isPossible: () => canUsePasskeys, prove: async () => ({}) } },
      ],
    });
  });

  afterEach(() => host.remove());

  async function show(passkey = true): Promise<void> {
    fixture = TestBed.createComponent(SignInForm);
    fixture.componentRef.setInput('methods', { passkey, oidc: [], passwordMinLength: 15 });
    fixture.componentInstance.signedIn.subscribe(signedIn);
    host = fixture.nativeElement;
    document.body.append(host);
    await fixture.whenStable();
  }

  const box = (label: string): HTMLInputElement | null => {
    const found = [...host.querySelectorAll('label')].find(({ textContent }) => textContent?.trim() === label);
    return found ? host.querySelector<HTMLInputElement>(`#${found.htmlFor}`) : null;
  };
  const button = (label: string): HTMLButtonElement | undefined =>
    [...host.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === label);
  function type(label: string, value: string): void {
    const input = box(label);
    if (!input) throw new Error(`No box "${label}"`);
    input.value = value;
    input.dispatchEvent(new Event('input'));
  }
  async function press(label: string): Promise<void> {
    button(label)?.click();
    await settle();
  }
  async function send(): Promise<void> {
    host.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  }
  async function settle(): Promise<void> {
    for (let count = 0; count < 5; count++) {
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    }
  }
  async function sendPassword(): Promise<void> {
    type('E-Mail-Adresse', 'a@b.example');
    type('Passwort', 'geheim-geheim-geheim');
    await send();
  }

  it('needs the password only where there is no second factor', async () => {
    await show();
    await sendPassword();

    expect(signIn).toHaveBeenCalledWith({ email: 'a@b.example', password: 'geheim-geheim-geheim' });
    expect(signedIn).toHaveBeenCalledTimes(1);
  });

  it('asks for the code in a second step and sends the same password with it', async () => {
    await show();
    signIn.mockRejectedValueOnce(ASKS_FACTOR);
    await sendPassword();
    expect(host.textContent).toContain('a@b.example');
    expect(host.querySelector('[role=alert]')).toBeNull();
    type('Code aus der Authenticator-App', '123 456');
    await send();

    expect(signIn).toHaveBeenLastCalledWith({
      email: 'a@b.example',
      password: 'geheim-geheim-geheim',
      totp: '123456',
    });
    expect(signedIn).toHaveBeenCalledTimes(1);
  });

  it('shows a wrong code at its box and lets the person try again', async () => {
    await show();
    signIn.mockRejectedValueOnce(ASKS_FACTOR);
    await sendPassword();
    signIn.mockRejectedValueOnce(new ApiProblem(401, 'auth.second-factor-wrong', '', 'r-2'));
    type('Code aus der Authenticator-App', '000000');
    await send();

    expect(box('Code aus der Authenticator-App')?.getAttribute('aria-invalid')).toBe('true');
    expect(signedIn).not.toHaveBeenCalled();
  });

  it('takes a recovery code instead, where the account has some', async () => {
    await show();
    signIn.mockRejectedValueOnce(ASKS_FACTOR);
    await sendPassword();
    await press('Wiederherstellungscode verwenden');
    type('Wiederherstellungscode', 'abcd-efgh-jkmn');
    await send();

    expect(signIn).toHaveBeenLastCalledWith(expect.objectContaining({ recoveryCode: 'abcd-efgh-jkmn' }));
  });

  it('offers the passkey where that is the only factor, and a recovery code beside it', async () => {
    await show();
    signIn.mockRejectedValueOnce(
      new ApiProblem(401, 'auth.second-factor-required', '', 'r-1', [], { methods: ['PASSKEY', 'RECOVERY'] }),
    );
    await sendPassword();

    expect(box('Code aus der Authenticator-App')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Zweiter Schritt');
    expect(button('Wiederherstellungscode verwenden')).toBeDefined();
    await press('Mit Passkey bestätigen');
    expect(signedIn).toHaveBeenCalledTimes(1);
  });

  it('keeps the e-mail address on the way back, and not the password', async () => {
    await show();
    signIn.mockRejectedValueOnce(ASKS_FACTOR);
    await sendPassword();
    await press('Zurück zum Passwort');

    expect(box('E-Mail-Adresse')?.value).toBe('a@b.example');
    expect(box('Passwort')?.value).toBe('');
  });

  it('works with a passkey alone', async () => {
    await show();
    await press('Mit Passkey anmelden');

    expect(enter).toHaveBeenCalledTimes(1);
    expect(signedIn).toHaveBeenCalledTimes(1);
  });

  it('offers a passkey neither where the portal nor where the browser has none', async () => {
    await show(false);
    expect(button('Mit Passkey anmelden')).toBeUndefined();
    host.remove();
    canUsePasskeys = false;
    await show(true);
    expect(button('Mit Passkey anmelden')).toBeUndefined();
  });
});
