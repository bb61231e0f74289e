import { Injectable } from '@nestjs/common';
import { Readiness } from '@wir/shared/api';
import type { Request } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { answeringCount } from './draining';

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
  private readonly ready = new Gauge({
    name: 'wir_ready',
    help: 'Whether requests are wanted',
    registers: [this.registry],
  });
  private readonly parts = new Gauge({
    name: 'wir_readiness',
    help: 'What readiness looks at: free disk in percent, age of the last backup in hours, missing migrations',
    labelNames: ['part', 'detail'],
    registers: [this.registry],
  });
  private readonly answering = new Gauge({
    name: 'wir_requests_in_flight',
    help: 'Requests that are being answered',
    registers: [this.registry],
    collect(): void {
      this.set(answeringCount());
    },
  });
  private collecting = false;

  constructor(private readonly readiness: Readiness) {}

  observe(request: Request, status: number, seconds: number): void {
    const path: unknown = (request.route as { path?: unknown } | undefined)?.path;
    this.seconds.observe({ method: request.method, route: typeof path === 'string' ? path : 'other', status }, seconds);
  }

  /** Figures of the process itself are collected from the first question on. */
  async text(): Promise<string> {
    if (!this.collecting) collectDefaultMetrics({ register: this.registry });
    this.collecting = true;
    await this.lookAtReadiness();
    return this.registry.metrics();
  }

  private async lookAtReadiness(): Promise<void> {
    const { ready, parts } = await this.readiness.report();
    this.ready.set(ready ? 1 : 0);
    this.parts.reset();
    for (const [part, { ok, ...details }] of Object.entries(parts)) {
      this.parts.set({ part, detail: 'ok' }, ok ? 1 : 0);
      for (const [detail, value] of Object.entries(details))
        if (typeof value === 'number') this.parts.set({ part, detail }, value);
    }
  }
}
