import { readSettings } from '@wir/shared/api';
import type { Request } from 'express';
import { SameSite } from './same-site';

const sameSite = new SameSite(readSettings({ WIR_PUBLIC_ORIGIN: 'https://portal.example' }));
const requestOf = (method: string, headers: Record<string, string>): Request =>
  ({ method, headers }) as unknown as Request;

describe('a request that changes something', () => {
  it.each<[string, Record<string, string>]>([
    ['the page itself', { 'sec-fetch-site': 'same-origin' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
    ['our origin, in an older browser', { origin: 'https://portal.example' }],
    ['a program that says nothing', {}],
  ])('may come from %s', (_name, headers) => {
    expect(() => sameSite.demand(requestOf('POST', headers))).not.toThrow();
  });

  it.each<[string, Record<string, string>]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sister domain', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['nowhere in particular', { origin: 'null' }],
  ])('may not come from %s', (_name, headers) => {
    expect(() => sameSite.demand(requestOf('POST', headers))).toThrow('auth.cross-site');
  });

  it('must show its token', () => {
    expect(() =>
      sameSite.demandXsrfToken(requestOf('PUT', { 'x-xsrf-token': 'a' }), (candidate) => candidate === 'b'),
    ).toThrow('auth.cross-site');
    expect(() => sameSite.demandXsrfToken(requestOf('GET', {}), () => false)).not.toThrow();
  });
});
