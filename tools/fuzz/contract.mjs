/**
 * The contract (openapi.json) as the proofs use it: a flat list of operations, and a checker of values against schemas.
 *
 * @typedef {Record<string, any>} Schema
 * @typedef {object} Operation
 * @property {string} name method and path, as in the route table
 * @property {string} method upper case
 * @property {string} path with {names}
 * @property {readonly { name: string, schema: Schema, before: string }[]} pathParameters `before`: the segment in front
 * @property {readonly { name: string, schema: Schema, required: boolean }[]} query
 * @property {'key' | 'version' | null} demands
 * @property {{ mediaType: string, schema: Schema } | null} body
 * @property {Record<string, Record<string, Schema | null>>} answers status → media type → schema
 * @property {readonly string[] | null} roles null: open to everybody
 */

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** @param {any} document @returns {Operation[]} */
export function operationsOf(document) {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => operationOf(method.toUpperCase(), path, item[method])),
  );
}

function operationOf(method, path, operation) {
  const parameters = operation.parameters ?? [];
  const placed = (place) => parameters.filter((parameter) => parameter.in === place);
  const headers = new Set(placed('header').map(({ name }) => name.toLowerCase()));
  const [media] = Object.entries(operation.requestBody?.content ?? {});
  return {
    name: `${method} ${path.replace(/\{([^}]+)\}/g, ':$1')}`,
    method,
    path,
    pathParameters: [...path.matchAll(/([^/]+)\/\{([^}]+)\}/g)].map(([, before, name]) => ({
      name,
      before,
      schema: placed('path').find((parameter) => parameter.name === name)?.schema ?? { type: 'string' },
    })),
    query: placed('query').map(({ name, schema, required }) => ({ name, schema, required: required === true })),
    demands: headers.has('idempotency-key') ? 'key' : headers.has('if-match') ? 'version' : null,
    body: media ? { mediaType: media[0], schema: media[1].schema ?? {} } : null,
    answers: Object.fromEntries(
      Object.entries(operation.responses).map(([status, { content = {} }]) => [
        status,
        Object.fromEntries(Object.entries(content).map(([type, { schema }]) => [type, schema ?? null])),
      ]),
    ),
    roles: operation['x-roles'] ?? null,
  };
}

/** @param {any} document @param {Schema} schema @returns {Schema} without the reference, with what stands beside it */
export function resolved(document, schema) {
  if (schema.$ref) {
    const { $ref, ...beside } = schema;
    return { ...resolved(document, document.components.schemas[$ref.split('/').at(-1)]), ...beside };
  }
  if (schema.allOf) {
    const { allOf, ...beside } = schema;
    const parts = allOf.map((part) => resolved(document, part));
    return Object.assign({}, ...parts, beside, {
      ...(parts.some((part) => part.properties)
        ? { properties: Object.assign({}, ...parts.map((part) => part.properties ?? {}), beside.properties ?? {}) }
        : {}),
      required: [...new Set([...parts.flatMap((part) => part.required ?? []), ...(beside.required ?? [])])],
    });
  }
  return schema;
}

const FORMATS = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
};

/**
 * What of the value does not match the schema; fields that the schema does not name count too.
 *
 * @param {any} document @param {Schema} schema @param {unknown} value @param {string} [at]
 * @returns {string[]}
 */
export function mismatches(document, schema, value, at = '$') {
  const wanted = resolved(document, schema);
  if (value === null) return wanted.nullable || wanted.type === undefined ? [] : [`${at}: null`];
  if (wanted.oneOf) {
    const isOne = wanted.oneOf.some((part) => mismatches(document, part, value, at).length === 0);
    return isOne ? [] : [`${at}: none of the alternatives`];
  }
  const kind = Array.isArray(value) ? 'array' : typeof value;
  const type = wanted.type === 'integer' ? 'number' : wanted.type;
  if (type !== undefined && type !== kind) return [`${at}: ${kind} instead of ${wanted.type}`];
  if (wanted.enum && !wanted.enum.includes(value)) return [`${at}: ${JSON.stringify(value)} is not in the enum`];
  if (kind === 'object') return objectMismatches(document, wanted, value, at);
  if (kind === 'array') {
    const long = wanted.maxItems !== undefined && value.length > wanted.maxItems ? [`${at}: too many items`] : [];
    return [
      ...long,
      ...value.flatMap((item, index) => mismatches(document, wanted.items ?? {}, item, `${at}[${index}]`)),
    ];
  }
  return [...plainMismatches(wanted, value)].map((text) => `${at}: ${text}`);
}

function objectMismatches(document, wanted, value, at) {
  const { properties = {}, required = [], additionalProperties } = wanted;
  const missing = required.filter((name) => !(name in value)).map((name) => `${at}.${name}: missing`);
  const inner = Object.entries(value).flatMap(([name, item]) => {
    if (properties[name]) return mismatches(document, properties[name], item, `${at}.${name}`);
    if (additionalProperties && typeof additionalProperties === 'object')
      return mismatches(document, additionalProperties, item, `${at}.${name}`);
    const isOpen = additionalProperties === true || Object.keys(properties).length === 0;
    return isOpen ? [] : [`${at}.${name}: not in the schema`];
  });
  return [...missing, ...inner];
}

function* plainMismatches(wanted, value) {
  if (typeof value === 'string') {
    const length = [...value].length;
    if (wanted.maxLength !== undefined && length > wanted.maxLength) yield `${length} characters`;
    if (wanted.minLength !== undefined && length < wanted.minLength) yield `${length} characters`;
    if (FORMATS[wanted.format] && !FORMATS[wanted.format].test(value)) yield `no ${wanted.format}`;
  }
  if (typeof value === 'number') {
    if (wanted.type === 'integer' && !Number.isSafeInteger(value)) yield `${value} is no integer`;
    if (wanted.maximum !== undefined && value > wanted.maximum) yield `${value} is above the maximum`;
    if (wanted.minimum !== undefined && value < wanted.minimum) yield `${value} is below the minimum`;
  }
}

/**
 * What is wrong with an answer by the contract: status, media type, content.
 *
 * @param {any} document @param {Operation} operation @param {{ status: number, type: string, text: string }} answer
 * @returns {string[]}
 */
export function answerFaults(document, operation, { status, type, text }) {
  // Refused before any route is known: the address is a header too.
  if (status === 431) return [];
  const known = operation.answers[String(status)];
  if (!known) return [`status ${status} is not documented`];
  const media = type.split(';')[0].trim();
  const types = Object.keys(known);
  if (types.length === 0) return text === '' ? [] : [`${status} has a body`];
  if (!types.includes(media)) return [`${status} comes as »${media}«`];
  if (!/json$/.test(media)) return [];
  const schema = known[media];
  // Problem details may carry members of their own kind of problem (RFC 9457 § 3.2).
  if (media === 'application/problem+json')
    return mismatches(document, { ...resolved(document, schema ?? {}), additionalProperties: true }, JSON.parse(text));
  return schema ? mismatches(document, schema, JSON.parse(text)).map((fault) => `${status} ${fault}`) : [];
}
