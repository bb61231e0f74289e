import { APPLICATION_TRANSITIONS } from '@wir/applications/domain';
import { Injectable } from '@nestjs/common';
import { Transactions, type Answer, type CurrentRequest } from '@wir/shared/api';
import { move } from '@wir/shared/kernel';
import { applicationDto } from '../data/application-dto';
import { ApplicationRepository } from '../data/application.repository';
import { announce, moveApplication } from '../data/move-application';
import type { ReasonDto } from '../dto/application-content.dto';
import type { ApplicationDto } from '../dto/application.dto';

/** Back to the editor, to be changed before it is signed. */
@Injectable()
export class ReturnFromSignature {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationRepository,
  ) {}

  execute(request: CurrentRequest, id: string, { reason }: ReasonDto): Promise<Answer<ApplicationDto>> {
    return this.transactions.command(request, async (tx) => {
      const application = await this.applications.lock(tx, id);
      const { to } = move(APPLICATION_TRANSITIONS, application.state, 'returnFromSignature', tx.actor.roles);
      await moveApplication(tx, application, to, {}, { action: 'application.returned-from-signature', reason });
      announce(tx, application, 'application.returned-from-signature');
      return applicationDto(tx, id);
    });
  }
}
