import fc from 'fast-check';
import { HOSTILE, valueFor } from './arbitraries.mjs';
import { filled } from './pool.mjs';

/**
 * @typedef {object} Call
 * @property {string} method
 * @property {string} path with query
 * @property {Record<string, string>} headers
 * @property {string | FormData | undefined} body
 *
 * @typedef {object} Recipe what fast-check draws; `callFor` makes the call of it
 */

const PDF = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n';
const ODD_VERSIONS = ['1', '""', '"-1"', '"x"', '"999999999"', 'W/"1"', '*', '"1", "2"'];
const RAW_BODIES = [
  '',
  '{',
  '[]',
  'null',
  '"text"',
  '{"a":'.repeat(40) + '1' + '}'.repeat(40),
  '{"a":1,"a":2}',
  '\ufeff{}',
];

/**
 * Requests of one operation, from wholly valid to hostile.
 *
 * @param {any} document @param {import('./contract.mjs').Operation} operation @param {import('./pool.mjs').Pool} pool
 * @returns {fc.Arbitrary<Call>}
 */
export function callsOf(document, operation, pool) {
  const idsFor = (name) => pool.idsForField(name);
  const part = (schema, tame, name) => valueFor(document, schema, tame, idsFor, name);
  const recipe = (tame) =>
    fc.record({
      ids: targetOf(operation, pool, tame),
      query: fc.record(
        Object.fromEntries(operation.query.map(({ name, schema }) => [name, part(schema, tame, name)])),
        { requiredKeys: operation.query.filter(({ required }) => required && tame).map(({ name }) => name) },
      ),
      body: operation.body ? part(operation.body.schema, tame, '') : fc.constant(undefined),
      raw: tame ? fc.constant(null) : fc.option(fc.constantFrom(...RAW_BODIES), { freq: 8 }),
      key: fc.uuid({ version: 4 }),
      header: tame ? fc.constant('usual') : fc.constantFrom('usual', 'usual', 'usual', 'usual', 'missing', 'odd'),
      odd: fc.constantFrom(...ODD_VERSIONS),
    });
  return fc
    .oneof({ weight: 3, arbitrary: recipe(true) }, { weight: 4, arbitrary: recipe(false) })
    .map((drawn) => callFor(operation, drawn));
}

function targetOf({ pathParameters }, pool, tame) {
  const last = pathParameters.at(-1);
  if (!last) return fc.constant({ ids: [], version: 1 });
  const known = pool.of(last.before).filter(({ parents }) => parents.length === pathParameters.length - 1);
  const strange = fc
    .array(
      fc.oneof(
        fc.uuid({ version: 4 }),
        fc.constantFrom(...HOSTILE.filter((text) => text.length < 200 && !/[\ud800-\udfff]/.test(text) && text !== '')),
      ),
      {
        minLength: pathParameters.length,
        maxLength: pathParameters.length,
      },
    )
    .map((ids) => ({ ids, version: 1 }));
  if (known.length === 0) return strange;
  const found = fc
    .constantFrom(...known)
    .map(({ id, parents, version }) => ({ ids: [...parents, id], version: version ?? 0 }));
  return tame ? found : fc.oneof({ weight: 4, arbitrary: found }, { weight: 1, arbitrary: strange });
}

/** @returns {Call} */
function callFor(operation, { ids: target, query, body, raw, key, header, odd }) {
  /** @type {Record<string, string>} */
  const headers = {};
  if (operation.demands === 'key' && header !== 'missing')
    headers['idempotency-key'] = header === 'odd' ? 'no-key' : key;
  if (operation.demands === 'version' && header !== 'missing')
    headers['if-match'] = header === 'odd' ? odd : `"${target.version}"`;
  return {
    method: operation.method,
    path: filled(operation.path, target.ids) + queryText(query),
    headers,
    body: bodyOf(operation, body, raw, headers),
  };
}

function bodyOf({ body: declared }, value, raw, headers) {
  if (!declared) return undefined;
  if (declared.mediaType === 'multipart/form-data') return formOf(value);
  headers['content-type'] = 'application/json';
  return raw ?? JSON.stringify(value);
}

function formOf(value) {
  const form = new FormData();
  for (const [name, content] of Object.entries(value ?? {})) {
    if (name === 'file') form.append('file', new Blob([PDF], { type: 'application/pdf' }), 'datei.pdf');
    else form.append(name, typeof content === 'string' ? content.toWellFormed() : JSON.stringify(content));
  }
  if (!form.has('file')) form.append('file', new Blob([PDF], { type: 'application/pdf' }), 'datei.pdf');
  return form;
}

function queryText(query) {
  const parts = Object.entries(query ?? {}).map(([name, value]) => {
    const text = Array.isArray(value) ? value.map(String).join(',') : String(value);
    return `${name}=${encodeURIComponent(text.toWellFormed())}`;
  });
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}
