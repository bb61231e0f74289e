import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { AuthenticationGuard } from '@wir/identity/api';
import {
  AnswerInterceptor,
  buildOpenApi,
  createValidationPipe,
  HttpProblem,
  jsonBody,
  nestLogger,
  PreconditionGuard,
  ProblemFilter,
  readRouteTable,
  Refusals,
  rememberRoutes,
  requestLog,
  sendProblem,
  strictAddress,
  strictHead,
  StrictQuery,
  type RoutePrefix,
  type RouteRow,
  type Settings,
} from '@wir/shared/api';
import cookieParser from 'cookie-parser';
import type { NextFunction, Request, Response } from 'express';
import { AppModule } from './app.module';
import { consoleFiles } from './operation/console-files';
import { countAnswers } from './operation/draining';
import { cspReports } from './operation/csp-reports';
import { GuardedAdapter } from './operation/guarded-adapter';
import { healthAlias } from './operation/health-alias';
import { Metrics } from './operation/metrics';
import { securityHeaders } from './operation/security-headers';

const PLACE: RoutePrefix = { prefix: 'api/v1', outside: ['health/live', 'health/ready', 'metrics'] };

/** The whole pipeline in its order: log, headers, address, body, sign-in, demands of commands, validation, answer. */
export async function createApp(settings: Settings): Promise<NestExpressApplication> {
  rememberRoutes(routesOf(settings));
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(settings), new GuardedAdapter(settings), {
    logger: nestLogger,
    bodyParser: false,
    abortOnError: false,
  });
  app.set('trust proxy', settings.trustedProxies.length > 0 && [...settings.trustedProxies]);
  app.setGlobalPrefix(PLACE.prefix, { exclude: [...PLACE.outside] });

  const metrics = app.get(Metrics);
  app.use(requestLog((request, status, seconds) => metrics.observe(request, status, seconds)));
  app.use(countAnswers);
  app.use(securityHeaders(settings));
  app.use(strictHead);
  app.use(strictAddress);
  app.use(healthAlias);
  app.use(consoleFiles(settings.consoleDir));
  app.use(cspReports());
  app.use(cookieParser());
  app.use(jsonBody);
  app.useGlobalGuards(app.get(AuthenticationGuard), app.get(PreconditionGuard));
  app.useGlobalInterceptors(app.get(StrictQuery), app.get(AnswerInterceptor));
  app.useGlobalPipes(createValidationPipe());
  app.useGlobalFilters(new ProblemFilter(app.get(Refusals)));
  return app;
}

/** Whatever no route took, and faults of middleware outside the API: problem documents as everywhere. Registered last. */
export function answerTheRest(app: NestExpressApplication): void {
  app.use((request: Request, response: Response) =>
    sendProblem(request, response, new HttpProblem(404, 'platform.route-not-found')),
  );
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) =>
    sendProblem(request, response, error),
  );
}

/** Throws when a route has no right: the process then does not start. */
export function routesOf(settings: Settings): RouteRow[] {
  return readRouteTable(AppModule.with(settings), PLACE);
}

export function openApiOf(app: INestApplication, settings: Settings): OpenAPIObject {
  return buildOpenApi(app, routesOf(settings));
}

/** The contract for programs, always; a page to try it out in the demo only. Built on first use, since most starts need neither. */
export function serveContract(app: NestExpressApplication, settings: Settings): void {
  let document: OpenAPIObject | null = null;
  const contract = (): OpenAPIObject => (document ??= openApiOf(app, settings));
  app.use(`/${PLACE.prefix}/openapi.json`, (_request: Request, response: Response) => {
    response.json(contract());
  });
  if (settings.isDemo)
    SwaggerModule.setup('api/docs', app, contract, { customSiteTitle: 'WIR-Förderportal API', raw: false });
}
