import { Module, type DynamicModule } from '@nestjs/common';
import { SharedApiModule, type Settings } from '@wir/shared/api';
import { domainModules } from './domain-modules';
import { HealthController } from './operation/health.controller';
import { ReadinessChecks } from './operation/readiness-checks';
import { MetricsController } from './operation/metrics.controller';
import { Metrics } from './operation/metrics';

const composed = new WeakMap<Settings, DynamicModule>();

@Module({})
export class AppModule {
  /** Composed once per settings: the route table reads the same modules that run, and TypeORM knows one data source. */
  static with(settings: Settings): DynamicModule {
    const known = composed.get(settings);
    if (known) return known;
    const module = {
      module: AppModule,
      imports: [SharedApiModule.with(settings), ...domainModules(settings)],
      controllers: [HealthController, MetricsController],
      providers: [Metrics, ReadinessChecks],
    };
    composed.set(settings, module);
    return module;
  }
}
