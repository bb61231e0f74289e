import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { RouteRow } from '../rights/route-table';
import { ProblemDto } from '../problem/problem.dto';
import { describeOperation } from './describe-operation';

/** The contract as the running code has it; the same bytes for the same code. */
export function buildOpenApi(app: INestApplication, routes: readonly RouteRow[]): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('WIR-Förderportal')
    .setDescription(
      'Förderung des Landesprogramms »WIR – Vielfalt und Teilhabe«: Antrag, Bescheid, Auszahlung, Haushalt.',
    )
    .setVersion('1.0.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'bearer')
    .addCookieAuth('at', { type: 'apiKey', in: 'cookie' }, 'cookie')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    extraModels: [ProblemDto],
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '').replace(/^./, (first) => first.toLowerCase())}_${method}`,
    autoTagControllers: true,
  });
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      const operation = item[method];
      const route = routes.find(
        (row) => row.method.toLowerCase() === method && row.path.replace(/:([^/]+)/g, '{$1}') === path,
      );
      if (operation) describeOperation(operation, { path, method, route });
    }
  }
  document.paths = Object.fromEntries(Object.entries(document.paths).sort(([a], [b]) => (a < b ? -1 : 1)));
  return document;
}
