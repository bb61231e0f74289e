import { ComponentFixture, TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { ApiProblem, Session } from '@wir/shared/console';
import { OwnAccountClient } from '../../data/own-account-client';
import { TotpDialog } from './totp-dialog';

const CODES = ['aaaa-bbbb-cccc', 'dddd-eeee-ffff'];

describe('setting up the authenticator app', () => {
  let fixture: ComponentFixture<TotpDialog>;
  let host: HTMLElement;
  const close = jest.fn();
  const startTotp = jest.fn();
  const confirmTotp = jest.fn();

  beforeEach(() => {
    close.mockReset();
    startTotp.mockReset().mockResolvedValue({
      secret: 'JBSWY3DPEHPK3PXP',
      otpauthUri: 'otpauth://x',
      qrSvgPath: 'M0 0h1v1H0z',
      qrSize: 21,
    });
    confirmTotp.mockReset().mockResolvedValue(CODES);
  });

  afterEach(() => host.remove());

  async function show(needsPassword: boolean): Promise<void> {
    TestBed.configureTestingModule({
      providers: [
        { provide: MAT_DIALOG_DATA, useValue: needsPassword },
        { provide: MatDialogRef, useValue: { close } },
        { provide: OwnAccountClient, useValue: { startTotp, confirmTotp } },
        { provide: Session, useValue: { me: () => ({ email: 'a@b.example' }) } },
      ],
    });
    fixture = TestBed.createComponent(TotpDialog);
    host = fixture.nativeElement;
    document.body.append(host);
    await settle();
  }

  async function settle(): Promise<void> {
    for (let count = 0; count < 5; count++) {
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    }
  }
  async function send(value?: string): Promise<void> {
    const input = host.querySelector<HTMLInputElement>('input');
    if (input && value !== undefined) {
      input.value = value;
      input.dispatchEvent(new Event('input'));
    }
    host.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  }

  it('asks for the password first where there is no factor to ask for', async () => {
    await show(true);
    await send('');
    expect(startTotp).not.toHaveBeenCalled();
    await send('geheim');

    expect(startTotp).toHaveBeenCalledWith('geheim');
    expect(host.querySelector('path')?.getAttribute('d')).toBe('M0 0h1v1H0z');
    expect(host.textContent).toContain('JBSW Y3DP EHPK 3PXP');
  });

  it('asks for no password where the factor itself confirms', async () => {
    await show(false);
    await send();

    expect(startTotp).toHaveBeenCalledWith(undefined);
  });

  it('shows the recovery codes once, and the secret no longer', async () => {
    await show(false);
    await send();
    await send('123456');

    expect(confirmTotp).toHaveBeenCalledWith('123456');
    expect([...host.querySelectorAll('li code')].map(({ textContent }) => textContent)).toEqual(CODES);
    expect(host.textContent).not.toContain('JBSW');
    [...host.querySelectorAll('button')].at(-1)?.click();
    expect(close).toHaveBeenCalledWith(true);
  });

  it('ends at once where the account has recovery codes already', async () => {
    confirmTotp.mockResolvedValue([]);
    await show(false);
    await send();
    await send('123456');

    expect(close).toHaveBeenCalledWith(true);
    expect(host.querySelector('li code')).toBeNull();
  });

  it('keeps the picture when the first code is wrong', async () => {
    await show(false);
    await send();
    confirmTotp.mockRejectedValueOnce(new ApiProblem(422, 'auth.second-factor-wrong', '', 'r-1'));
    await send('000000');

    expect(host.querySelector('path[d="M0 0h1v1H0z"]')).not.toBeNull();
    expect(host.querySelector('input')?.getAttribute('aria-invalid')).toBe('true');
  });
});
