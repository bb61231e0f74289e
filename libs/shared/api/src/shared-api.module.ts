import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AnswerInterceptor } from './answers/answer-interceptor';
import { dataSourceOptions } from './database/data-source-options';
import { Database } from './database/database';
import { Transactions } from './database/transactions';
import { StrictQuery } from './input/strict-query';
import { Readiness } from './health/readiness';
import { DueJobs } from './jobs/due-jobs';
import { JobQueue } from './jobs/job-queue';
import { Jobs } from './jobs/jobs';
import { SystemSession } from './jobs/system-session';
import { Refusals } from './problem/refusals';
import { PreconditionGuard } from './rights/precondition-guard';
import { FieldCipher } from './keys/field-cipher';
import { Keys } from './keys/keys';
import { Settings } from './settings/settings';

/** Global: every domain module injects Transactions, Settings, DueJobs and Jobs without importing anything. */
@Global()
@Module({})
export class SharedApiModule {
  static with(settings: Settings): DynamicModule {
    const services = [
      Database,
      Transactions,
      JobQueue,
      Jobs,
      DueJobs,
      SystemSession,
      PreconditionGuard,
      StrictQuery,
      AnswerInterceptor,
      Keys,
      FieldCipher,
      Readiness,
      Refusals,
    ];
    return {
      module: SharedApiModule,
      imports: [TypeOrmModule.forRootAsync({ useFactory: () => dataSourceOptions(settings) })],
      providers: [{ provide: Settings, useValue: settings }, ...services],
      exports: [Settings, ...services],
    };
  }
}
