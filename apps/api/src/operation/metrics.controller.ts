import { Controller, Get, Header, Req } from '@nestjs/common';
import { AnswersFile, HttpProblem, Public, Settings } from '@wir/shared/api';
import type { Request } from 'express';
import { Metrics } from './metrics';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

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
    const isNear = LOOPBACK.has(request.socket.remoteAddress ?? '') && request.headers['x-forwarded-for'] === undefined;
    if (this.settings.metricsFor === 'loopback' && !isNear) throw new HttpProblem(404, 'platform.route-not-found');
    return this.metrics.text();
  }
}
