import { Controller, Get, Header, Req } from '@nestjs/common';
import { AnswersFile, HttpProblem, Public, Settings } from '@wir/shared/api';
import type { Request } from 'express';
import { isFromThisMachine } from './from-this-machine';
import { Metrics } from './metrics';

@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly settings: Settings,
  ) {}

  /** For the machine's own collector only, unless WIR_METRICS=all. */
  @Get()
  @Public()
  @AnswersFile('text/plain')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  read(@Req() request: Request): Promise<string> {
    if (this.settings.metricsFor === 'loopback' && !isFromThisMachine(request))
      throw new HttpProblem(404, 'platform.route-not-found');
    return this.metrics.text();
  }
}
