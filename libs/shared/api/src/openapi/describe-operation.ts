import type { OpenAPIObject } from '@nestjs/swagger';
import { REFUSALS } from '../answers/answer-decorators';
import type { RouteRow } from '../rights/route-table';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Parameter = NonNullable<Operation['parameters']>[number];

interface Place {
  readonly path: string;
  readonly method: string;
  readonly route: RouteRow | undefined;
}

const PROBLEM = { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } } };

/** Adds what follows from the rules for all routes: path ids, command headers, sign-in, standard refusals. */
export function describeOperation(operation: Operation, place: Place): void {
  const { route, method } = place;
  const isPublic = route?.permission === null;
  const header = commandHeader(route, method);
  const parameters = [
    ...(operation.parameters ?? []),
    ...missingPathParameters(operation, place.path),
    ...(header ? [header] : []),
  ];
  if (parameters.length > 0) operation.parameters = parameters;
  if (!isPublic) operation.security = [{ bearer: [] }, { cookie: [] }];
  if (route?.permission) Object.assign(operation, { 'x-permission': route.permission, 'x-roles': route.roles });

  const codes = refusalsOf(operation);
  const statuses = [
    400,
    ...(isPublic ? (method === 'get' ? [] : [401, 403, 404, 422]) : [401, 403]),
    ...(place.path.includes('{') || codes.some((code) => code.endsWith('not-found')) ? [404] : []),
    ...(isPublic || (method === 'get' && codes.every((code) => code.endsWith('not-found'))) ? [] : [409]),
    ...(method === 'get' || isPublic ? [] : [422]),
    ...(header?.name === 'If-Match' ? [412] : []),
    ...(operation.requestBody ? [413, 415] : []),
    ...(header ? [428] : []),
    // Where a password or a factor is shown, guesses are counted.
    ...(method !== 'get' && /\/(me|auth)\//.test(place.path) ? [429] : []),
    503,
  ];
  for (const status of statuses) {
    operation.responses[String(status)] ??= {
      description:
        status === 409 && codes.length > 0 ? `Refused: ${codes.join(', ')}` : (DESCRIPTIONS[status] ?? 'Refused'),
      content: PROBLEM,
    };
  }
}

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  400: 'Malformed input',
  401: 'Not signed in',
  403: 'Not permitted',
  404: 'Unknown or not yours',
  409: 'State or rule stands against it',
  412: 'Stale If-Match',
  413: 'Too large',
  415: 'Media type not taken here',
  422: 'Understood but not acceptable',
  428: 'Header missing',
  429: 'Too many attempts, wait',
  503: 'Busy, try again',
};

function commandHeader(route: RouteRow | undefined, method: string): (Parameter & { name: string }) | null {
  if (!route) return null;
  if (route.demands === 'key')
    return { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', format: 'uuid' } };
  if (route.demands === 'version' && method !== 'get')
    return { name: 'If-Match', in: 'header', required: true, schema: { type: 'string', pattern: '^"\\d+"$' } };
  return null;
}

function missingPathParameters(operation: Operation, path: string): Parameter[] {
  const known = new Set((operation.parameters ?? []).map((parameter) => ('name' in parameter ? parameter.name : '')));
  const names = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name ?? '');
  return names
    .filter((name) => !known.has(name))
    .map((name) => ({ name, in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }));
}

function refusalsOf(operation: Operation): string[] {
  const codes: unknown = Reflect.get(operation, REFUSALS);
  return Array.isArray(codes) ? codes.map(String) : [];
}
