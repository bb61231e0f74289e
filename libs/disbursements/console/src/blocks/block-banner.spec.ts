import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Session } from '@wir/shared/console';
import type { PaymentBlockDto } from '@wir/shared/contract';
import { aBlock } from '../testing/builders';
import { BlockBanner } from './block-banner';
import { BlockStore } from './block-store';
import { LiftQuestion } from './lift-block';

const lift = jest.fn((_id: string, _reason: string) => Promise.resolve(true));

async function show(isApplicant: boolean, ...blocks: PaymentBlockDto[]): Promise<HTMLElement> {
  lift.mockClear();
  TestBed.configureTestingModule({
    providers: [
      { provide: Session, useValue: { isApplicant: () => isApplicant, can: () => !isApplicant } },
      { provide: LiftQuestion, useValue: { ask: () => Promise.resolve('Geklärt') } },
      {
        provide: BlockStore,
        useValue: { standing: signal(blocks), list: { refusal: signal(null), busy: signal(null) }, lift },
      },
    ],
  });
  const fixture = TestBed.createComponent(BlockBanner);
  await fixture.whenStable();
  return fixture.nativeElement;
}

describe('the banner of a blocked payout', () => {
  it('names ground, end and author to the authority', async () => {
    const host = await show(false, aBlock({ reasonCode: 'APPEAL', endsOn: '2026-03-31' }));

    expect(host.textContent).toMatch(/gesperrt.*Klage gegen den Bescheid.*31\.03\.2026.*Rückfrage läuft.*Anna Weber/s);
  });

  it('tells a municipality ground and end only', async () => {
    const host = await show(true, aBlock({ reason: null, setBy: null }));

    expect(host.textContent).toContain('Sonstiger Grund');
    expect(host.textContent).toContain('bis das Ministerium sie aufhebt');
    expect(host.querySelector('button')).toBeNull();
  });

  it('offers the lifting to another person', async () => {
    const host = await show(false, aBlock({ actions: [{ action: 'lift', allowed: true, reasonCode: null }] }));
    host.querySelector('button')?.click();
    await Promise.resolve();

    expect(lift).toHaveBeenCalledWith('block-1', 'Geklärt');
  });

  it('tells the one who set it why another person lifts it', async () => {
    const host = await show(
      false,
      aBlock({ actions: [{ action: 'lift', allowed: false, reasonCode: 'payment-block.same-person' }] }),
    );

    expect(host.querySelector('button')).toBeNull();
    expect(host.querySelector('.against')).not.toBeNull();
  });

  it('is not there while nothing is blocked', async () => {
    expect((await show(false)).textContent?.trim()).toBe('');
  });
});
