import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, MODULE_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { UUID_PATTERN } from '../request/id-param';
import { rolesWith } from './permissions';
import { PERMISSION, PUBLIC, WITHOUT_IF_MATCH, WITHOUT_KEY } from './rights-decorators';

export interface RouteRow {
  readonly method: string;
  readonly path: string;
  readonly handler: string;
  readonly permission: string | null;
  readonly roles: readonly string[];
  /** Header without which the command is refused with 428. */
  readonly demands: 'key' | 'version' | null;
}

/** Where the API lies, and the addresses outside of it (health, metrics). */
export interface RoutePrefix {
  readonly prefix: string;
  readonly outside: readonly string[];
}

type Class = new (...args: never[]) => object;
interface DynamicModule {
  readonly module: Class;
  readonly imports?: readonly unknown[];
  readonly controllers?: readonly Class[];
}

const MAX_PARTS = 12;
const YEAR = /^20\d\d$/;
let words: ReadonlySet<string> = new Set();
let routes: readonly { readonly method: string; readonly pattern: RegExp }[] = [];

/**
 * Every route of the modules with its right, read from the decorators. Throws when one has neither `@Requires` nor
 * `@Public`, or a permission that no role holds: the process then does not start.
 */
export function readRouteTable(rootModule: unknown, place: RoutePrefix): RouteRow[] {
  const rows = [...controllersOf(rootModule, new Set())].flatMap((controller) => rowsOf(controller, place));
  return rows.sort((a, b) => (a.path === b.path ? (a.method < b.method ? -1 : 1) : a.path < b.path ? -1 : 1));
}

/** Lets the problem filter tell an unknown address (404) from an unknown method (405). */
export function rememberRoutes(rows: readonly RouteRow[]): void {
  words = new Set(rows.flatMap(({ path }) => path.split('/').filter((part) => !part.startsWith(':'))));
  routes = rows.map(({ method, path }) => ({
    method,
    pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/:[^/]+/g, '[^/]+')}/?$`),
  }));
}

/** A path as the log may hold it: words of our routes and ids; whatever else somebody typed is a star. */
export function loggablePath(path: string): string {
  const parts = path.split('/').slice(0, MAX_PARTS);
  return parts.map((part) => (words.has(part) || UUID_PATTERN.test(part) || YEAR.test(part) ? part : '*')).join('/');
}

export function allowedMethods(path: string): string[] {
  return [...new Set(routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))].sort();
}

function* controllersOf(module: unknown, seen: Set<unknown>): Generator<Class> {
  const { type, dynamic } = unwrap(module);
  if (!type || seen.has(module)) return;
  seen.add(module);
  const metadataOf = (key: string): unknown[] => {
    const value: unknown = Reflect.getMetadata(key, type);
    return Array.isArray(value) ? value : [];
  };
  for (const controller of [...metadataOf(MODULE_METADATA.CONTROLLERS), ...(dynamic?.controllers ?? [])])
    yield controller as Class;
  for (const imported of [...metadataOf(MODULE_METADATA.IMPORTS), ...(dynamic?.imports ?? [])])
    yield* controllersOf(imported, seen);
}

function unwrap(module: unknown): { type: Class | null; dynamic: DynamicModule | null } {
  if (typeof module === 'function') return { type: module as Class, dynamic: null };
  if (typeof module === 'object' && module !== null && 'module' in module) {
    const dynamic = module as DynamicModule;
    return { type: dynamic.module, dynamic };
  }
  return { type: null, dynamic: null };
}

function rowsOf(controller: Class, { prefix, outside }: RoutePrefix): RouteRow[] {
  const base = textOf(Reflect.getMetadata(PATH_METADATA, controller));
  const prototype: Record<string, unknown> = controller.prototype as Record<string, unknown>;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = Object.getOwnPropertyDescriptor(prototype, name)?.value as unknown;
    const method: unknown = typeof handler === 'function' ? Reflect.getMetadata(METHOD_METADATA, handler) : undefined;
    if (typeof handler !== 'function' || typeof method !== 'number') return [];
    const own = joined(base, textOf(Reflect.getMetadata(PATH_METADATA, handler)));
    const path = outside.includes(own) ? own : joined(prefix, own);
    return [rowOf(RequestMethod[method] ?? 'ALL', `/${path}`, `${controller.name}.${name}`, handler)];
  });
}

function rowOf(method: string, path: string, handlerName: string, handler: object): RouteRow {
  const permission: unknown = Reflect.getMetadata(PERMISSION, handler);
  const demands = demandOf(method, handler);
  if (Reflect.getMetadata(PUBLIC, handler) === true)
    return { method, path, handler: handlerName, permission: null, roles: ['PUBLIC'], demands };
  if (typeof permission !== 'string')
    throw new Error(`${handlerName} (${method} ${path}) has neither @Requires nor @Public`);
  const roles = rolesWith(permission);
  if (roles.length === 0)
    throw new Error(`${handlerName} (${method} ${path}) requires ${permission}, which no role has`);
  return { method, path, handler: handlerName, permission, roles, demands };
}

function demandOf(method: string, handler: object): RouteRow['demands'] {
  if (method === 'POST') return Reflect.getMetadata(WITHOUT_KEY, handler) === true ? null : 'key';
  if (['PUT', 'PATCH', 'DELETE'].includes(method))
    return Reflect.getMetadata(WITHOUT_IF_MATCH, handler) === true ? null : 'version';
  return null;
}

function joined(...parts: string[]): string {
  return parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
