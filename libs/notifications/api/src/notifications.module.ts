import { Module } from '@nestjs/common';
import { TASK_PERMISSIONS } from '@wir/identity/domain';
import { registerPermissions } from '@wir/shared/api';
import { TaskQueries } from './data/task.queries';
import { MessageOutbox } from './message-outbox';
import { TasksController } from './tasks.controller';

@Module({
  controllers: [TasksController],
  providers: [TaskQueries, MessageOutbox],
})
export class NotificationsModule {}

registerPermissions(TASK_PERMISSIONS);
