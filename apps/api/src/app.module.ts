import { Module, type DynamicModule } from '@nestjs/common';
import { SharedApiModule, type Settings } from '@wir/shared/api';
import { domainModules } from './domain-modules';
import { HealthController } from './operation/health.controller';
import { MetricsController } from './operation/metrics.controller';
import { Metrics } from './operation/metrics';

@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [SharedApiModule.with(settings), ...domainModules(settings)],
      controllers: [HealthController, MetricsController],
      providers: [Metrics],
    };
  }
}
