/**
 * Ids of the portal by the segment of the address they stand behind (`applications`, `attachments` …), found by reading
 * every list and every single record: nothing here knows a domain.
 *
 * @typedef {object} Known
 * @property {string} id
 * @property {number | null} version
 * @property {readonly string[]} parents ids in front of it in the address
 *
 * @typedef {(path: string) => Promise<{ status: number, json: any }>} Read
 */

const MAX_RECORDS = 40;

export class Pool {
  /** @type {Map<string, Map<string, Known>>} */
  #bySegment = new Map();

  /** @param {string} segment @returns {readonly Known[]} */
  of(segment) {
    return [...(this.#bySegment.get(segment)?.values() ?? [])];
  }

  /** @returns {readonly string[]} */
  segments() {
    return [...this.#bySegment.keys()];
  }

  /** @param {string} segment @param {Known} known */
  add(segment, known) {
    const all = this.#bySegment.get(segment) ?? new Map();
    if (!all.has(known.id) || known.version !== null) all.set(known.id, known);
    this.#bySegment.set(segment, all);
  }

  /** A field `awardId` takes awards, `orderIds` payment orders. @param {string} field @returns {readonly string[]} */
  idsForField(field) {
    const stem = field.replace(/Ids?$/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (stem === '') return [];
    const names = this.segments().filter((segment) => segment.startsWith(stem) || segment.endsWith(`${stem}s`));
    return names.flatMap((segment) => this.of(segment).map(({ id }) => id)).slice(0, 200);
  }
}

/**
 * @param {readonly import('./contract.mjs').Operation[]} operations
 * @param {Read} read as somebody who sees much
 * @param {Pool} [pool]
 * @param {number} [limit] records read in detail, per list
 * @returns {Promise<Pool>}
 */
export async function crawl(operations, read, pool = new Pool(), limit = MAX_RECORDS) {
  const gets = operations.filter(({ method }) => method === 'GET').sort((a, b) => a.path.length - b.path.length);
  for (const operation of gets) {
    const required = operation.query.some(({ required }) => required);
    const binary = !Object.keys(operation.answers['200'] ?? {}).includes('application/json');
    if (required || binary) continue;
    for (const path of addressesOf(operation, pool, limit)) {
      const paged = operation.query.some(({ name }) => name === 'pageSize') ? `${path}?pageSize=200` : path;
      const { status, json } = await read(paged);
      if (status === 200) harvest(pool, operation, path, json);
    }
  }
  return pool;
}

/** Every address of the operation that known ids make. @returns {string[]} */
export function addressesOf({ path, pathParameters }, pool, limit = Infinity) {
  const [first, ...others] = pathParameters;
  if (!first) return [path];
  if (others.length > 0) {
    const last = pathParameters.at(-1);
    return pool
      .of(last?.before ?? '')
      .filter(({ parents }) => parents.length === others.length)
      .slice(0, limit)
      .map(({ id, parents }) => filled(path, [...parents, id]));
  }
  return pool
    .of(first.before)
    .slice(0, limit)
    .map(({ id }) => filled(path, [id]));
}

/** @param {string} path @param {readonly string[]} values @returns {string} */
export function filled(path, values) {
  let index = 0;
  return path.replace(/\{[^}]+\}/g, () => encodeURIComponent(values[index++] ?? ''));
}

function harvest(pool, { pathParameters, path: pattern }, address, json) {
  const parents = pathParameters.map(
    (_, index) =>
      address.split('/')[pattern.split('/').findIndex((part) => part === `{${pathParameters[index].name}}`)],
  );
  const segment =
    pattern
      .split('/')
      .filter((part) => !part.startsWith('{'))
      .at(-1) ?? '';
  if (Array.isArray(json?.items)) for (const item of json.items) note(pool, segment, item, parents);
  else if (parents.length > 0) note(pool, segment, json, parents.slice(0, -1));
  lists(pool, json, pathParameters.length > 0 ? parents : []);
}

/** Lists inside a record: attachments, years, orders. */
function lists(pool, json, parents) {
  for (const [name, value] of Object.entries(json ?? {})) {
    if (name === 'items' || !Array.isArray(value)) continue;
    const segment = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    for (const item of value) note(pool, segment, item, parents);
  }
}

function note(pool, segment, item, parents) {
  const id = item?.id ?? item?.code ?? item?.year;
  if (typeof id !== 'string' && typeof id !== 'number') return;
  pool.add(segment, { id: String(id), version: typeof item.version === 'number' ? item.version : null, parents });
}
