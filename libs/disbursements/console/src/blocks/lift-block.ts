import { Injectable, inject } from '@angular/core';
import type { PaymentBlockDto } from '@wir/shared/contract';
import { Confirm } from '@wir/shared/ui';

/** Asks why a block is lifted; null when the person leaves it standing. */
@Injectable({ providedIn: 'root' })
export class LiftQuestion {
  private readonly confirm = inject(Confirm);

  async ask({ applicantName, caseNumber }: PaymentBlockDto): Promise<string | null> {
    const answer = await this.confirm.ask({
      title: 'disbursements.block.liftTitle',
      text: 'disbursements.block.liftText',
      confirm: 'disbursements.block.lift',
      reason: 'disbursements.reason',
      params: { name: applicantName, number: caseNumber },
    });
    return answer?.reason ?? null;
  }
}
