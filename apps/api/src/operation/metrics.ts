import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** Figures for Prometheus: addresses without ids, so that the number of series stays small. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly seconds = new Histogram({
    name: 'wir_request_seconds',
    help: 'Duration of requests by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [this.registry],
  });
  private collecting = false;

  observe(request: Request, status: number, seconds: number): void {
    const path: unknown = (request.route as { path?: unknown } | undefined)?.path;
    this.seconds.observe({ method: request.method, route: typeof path === 'string' ? path : 'other', status }, seconds);
  }

  /** Figures of the process itself are collected from the first question on. */
  async text(): Promise<string> {
    if (!this.collecting) collectDefaultMetrics({ register: this.registry });
    this.collecting = true;
    return this.registry.metrics();
  }
}
