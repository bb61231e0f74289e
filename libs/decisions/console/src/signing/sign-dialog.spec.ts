import { signal } from '@angular/core';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { ApiProblem } from '@wir/shared/console';
import type { CheckListDto, NoticeDto } from '@wir/shared/contract';
import { sampleApplication, sampleBudget, sampleNotice } from '../testing/sample-notice';
import { SignDialog } from './sign-dialog';

const SHOWN = '0a'.repeat(32);

describe('signing a notice', () => {
  const close = jest.fn<undefined, [string?]>();
  let fixture: ComponentFixture<SignDialog>;

  async function open(notice: NoticeDto, preview: { shown: string | null; isCurrent: boolean }): Promise<HTMLElement> {
    close.mockClear();
    const document = preview.shown ? { sha256: preview.shown } : undefined;
    const checks: Partial<CheckListDto> = { answered: 14, total: 14 };
    const question = {
      notice,
      store: {
        application: { value: signal(sampleApplication()) },
        checks: { value: signal(checks) },
        budget: { value: signal(sampleBudget()), problem: signal<ApiProblem | undefined>(undefined) },
      },
      preview: {
        document: signal(document),
        isCurrent: signal(preview.isCurrent),
        problem: signal(null),
        reload: () => undefined,
      },
    };
    TestBed.configureTestingModule({
      providers: [
        { provide: MAT_DIALOG_DATA, useValue: question },
        { provide: MatDialogRef, useValue: { close } },
      ],
    });
    fixture = TestBed.createComponent(SignDialog);
    await fixture.whenStable();
    return fixture.nativeElement;
  }

  const button = (host: HTMLElement): HTMLButtonElement | undefined =>
    [...host.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === 'Zeichnen');
  const cosigned = sampleNotice({ state: 'IN_COSIGN', documentSha256: SHOWN });

  it('shows recipient, sum, checks, the years before and after, and the document that is meant', async () => {
    const host = await open(cosigned, { shown: SHOWN, isCurrent: true });
    const words = host.textContent?.replace(/\s+/g, ' ') ?? '';

    expect(words).toContain('Magistrat der Stadt Musterstadt');
    expect(words).toContain('200.000,00 €');
    expect(words).toContain('20 von 20 Pflichtinhalten');
    expect(words).toContain('14 von 14 Prüffragen');
    expect(words).toContain('0a0a0a0a … 0a0a0a0a');
    expect(host.querySelectorAll('app-budget-effect tbody tr')).toHaveLength(3);
  });

  it('sends the hash of the bytes that were shown, not the one the server told', async () => {
    const host = await open(sampleNotice({ state: 'IN_COSIGN', documentSha256: 'ff'.repeat(32) }), {
      shown: SHOWN,
      isCurrent: true,
    });

    button(host)?.click();

    expect(close).toHaveBeenCalledWith(SHOWN);
    expect(host.querySelector('[role=alert]')?.textContent).toContain('nicht das mitgezeichnete');
  });

  it.each([
    ['nothing was shown', { shown: null, isCurrent: false }],
    ['an older version is on the screen', { shown: SHOWN, isCurrent: false }],
  ])('cannot be done while %s', async (_case, preview) => {
    const host = await open(cosigned, preview);

    button(host)?.click();

    expect(close).not.toHaveBeenCalled();
  });
});
