import { Module, type DynamicModule } from '@nestjs/common';
import { TASK_PERMISSIONS } from '@wir/identity/domain';
import { registerPermissions, Settings } from '@wir/shared/api';
import { TaskQueries } from './data/task.queries';
import { DemoMailsController } from './mail/demo-mails.controller';
import { MailTransport } from './mail/mail';
import { MailDelivery } from './mail/mail-delivery';
import { MailFiles } from './mail/mail-files';
import { SmtpTransport } from './mail/smtp-transport';
import { MessageOutbox } from './message-outbox';
import { TasksController } from './tasks.controller';

@Module({
  controllers: [TasksController],
  providers: [
    TaskQueries,
    MessageOutbox,
    MailDelivery,
    { provide: MailTransport, useFactory: transportOf, inject: [Settings] },
  ],
})
export class NotificationsModule {
  static with(settings: Settings): DynamicModule {
    return { module: NotificationsModule, controllers: settings.isDemo ? [DemoMailsController] : [] };
  }
}

function transportOf(settings: Settings): MailTransport {
  const { smtpUrl } = settings.mail;
  return smtpUrl === undefined ? new MailFiles(settings) : new SmtpTransport(settings, smtpUrl);
}

registerPermissions(TASK_PERMISSIONS);
