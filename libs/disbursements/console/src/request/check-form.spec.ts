import { signal } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import type { DisbursementRequestDto } from '@wir/shared/contract';
import { DisbursementClient } from '../data/disbursement-client';
import { aRequest } from '../testing/builders';
import { CheckForm } from './check-form';
import { RequestActs } from './request-acts';
import { RequestStore } from './request-store';

interface Action {
  readonly action: string;
  readonly allowed: boolean;
  readonly reasonCode: string | null;
}
const check = jest.fn((_id: string, _answer: object) => Promise.resolve(aRequest()));

function storeWith(actions: readonly Action[]): object {
  const find = (name: string): Action | undefined => actions.find(({ action }) => action === name);
  return {
    request: { value: signal<DisbursementRequestDto>(aRequest()), busy: signal(null) },
    gates: signal([]),
    may: (name: string) => find(name)?.allowed ?? false,
    reasonAgainst: (name: string) => find(name)?.reasonCode ?? null,
    run: (_name: string, deed: (id: string) => Promise<unknown>) => deed('request-1').then(() => true),
  };
}

describe('signing the check', () => {
  let fixture: ComponentFixture<CheckForm>;
  let host: HTMLElement;

  async function open(...actions: Action[]): Promise<void> {
    check.mockClear();
    TestBed.configureTestingModule({
      providers: [
        { provide: RequestStore, useValue: storeWith(actions) },
        { provide: RequestActs, useValue: { do: jest.fn() } },
        { provide: DisbursementClient, useValue: { check } },
      ],
    });
    fixture = TestBed.createComponent(CheckForm);
    await fixture.whenStable();
    host = fixture.nativeElement;
  }

  async function tick(index: number): Promise<void> {
    host.querySelectorAll<HTMLInputElement>('input[type=checkbox]')[index]?.click();
    await fixture.whenStable();
  }

  async function sign(): Promise<void> {
    host.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await fixture.whenStable();
  }

  const allowed: Action = { action: 'check', allowed: true, reasonCode: null };

  it('sends both statements and the note', async () => {
    await open(allowed);
    await tick(0);
    await tick(1);
    await sign();

    expect(check).toHaveBeenCalledWith('request-1', { factual: true, arithmetical: true, note: '' });
  });

  it('is refused while one statement is missing, and says so once', async () => {
    await open(allowed);
    await tick(0);
    await sign();

    expect(check).not.toHaveBeenCalled();
    expect(host.querySelectorAll('app-check-field .error')).toHaveLength(1);
  });

  it('finds no fault before somebody tries to sign', async () => {
    await open(allowed);
    host.querySelector('input')?.dispatchEvent(new Event('blur'));
    await fixture.whenStable();

    expect(host.querySelector('app-check-field .error')).toBeNull();
  });

  it('says what stands against it and sends nothing', async () => {
    await open({ action: 'check', allowed: false, reasonCode: 'disbursement.bank-data-unconfirmed' });
    await tick(0);
    await tick(1);
    await sign();

    expect(check).not.toHaveBeenCalled();
    expect(host.querySelector('app-notice-box')).not.toBeNull();
  });
});
