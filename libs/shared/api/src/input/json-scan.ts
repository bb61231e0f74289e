export const MAX_DEPTH = 32;
export const MAX_KEYS = 2000;

export type JsonFault =
  | 'input.not-json'
  | 'input.too-deep'
  | 'input.too-many-keys'
  | 'input.duplicate-key'
  | 'input.unsafe-number'
  | 'input.forbidden-character'
  | 'input.forbidden-key';

/** Thrown by the scan; the code names the rule that was broken. */
export class JsonScanError extends Error {
  constructor(readonly code: JsonFault) {
    super(code);
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** Names every object has by birth: libraries that ask `name in object` would take them for fields that are allowed. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set([
  'prototype',
  ...Object.getOwnPropertyNames(Object.prototype),
]);

/**
 * JSON.parse with the rules that JSON.parse does not have: depth and number of members bounded, no name twice,
 * no integer that a JavaScript number cannot hold, no NUL, no half surrogate pair. Works without recursion,
 * so that a body nested 5,000 deep cannot exhaust the stack.
 */
export function parseStrictJson(text: string): unknown {
  scan(text);
  try {
    return JSON.parse(text);
  } catch {
    throw new JsonScanError('input.not-json');
  }
}

/** Checks the rules; the grammar itself is left to JSON.parse, which runs afterwards. */
function scan(text: string): void {
  const names: (Set<string> | null)[] = [];
  let keys = 0;
  let position = 0;
  while (position < text.length) {
    const char = text.charCodeAt(position);
    if (char === 0x22) {
      const end = endOfString(text, position);
      const value = readString(text.slice(position, end));
      if (isName(text, end)) {
        keys += 1;
        addName(names.at(-1), value, keys);
      }
      position = end;
    } else if (char === 0x7b || char === 0x5b) {
      names.push(char === 0x7b ? new Set() : null);
      if (names.length > MAX_DEPTH) throw new JsonScanError('input.too-deep');
      position += 1;
    } else if (char === 0x7d || char === 0x5d) {
      names.pop();
      position += 1;
    } else if (char === 0x2d || (char >= 0x30 && char <= 0x39)) {
      position = endOfNumber(text, position);
    } else {
      position += 1;
    }
  }
}

function endOfString(text: string, start: number): number {
  let position = start + 1;
  for (;;) {
    const quote = text.indexOf('"', position);
    if (quote < 0) throw new JsonScanError('input.not-json');
    let backslashes = 0;
    while (text.charCodeAt(quote - 1 - backslashes) === 0x5c) backslashes += 1;
    if (backslashes % 2 === 0) return quote + 1;
    position = quote + 1;
  }
}

function readString(literal: string): string {
  let value: unknown = literal.slice(1, -1);
  if (literal.includes('\\')) {
    try {
      value = JSON.parse(literal);
    } catch {
      throw new JsonScanError('input.not-json');
    }
  }
  if (typeof value !== 'string') throw new JsonScanError('input.not-json');
  if (value.includes('\0') || !value.isWellFormed()) throw new JsonScanError('input.forbidden-character');
  return value;
}

function isName(text: string, after: number): boolean {
  let position = after;
  while (' \t\n\r'.includes(text[position] ?? 'x')) position += 1;
  return text[position] === ':';
}

function addName(names: Set<string> | null | undefined, name: string, count: number): void {
  if (!names) throw new JsonScanError('input.not-json');
  if (count > MAX_KEYS) throw new JsonScanError('input.too-many-keys');
  if (FORBIDDEN_KEYS.has(name)) throw new JsonScanError('input.forbidden-key');
  if (names.has(name)) throw new JsonScanError('input.duplicate-key');
  names.add(name);
}

function endOfNumber(text: string, start: number): number {
  NUMBER.lastIndex = start;
  const match = NUMBER.exec(text);
  if (!match) throw new JsonScanError('input.not-json');
  const value = Number(match[0]);
  const tooBig = Math.abs(value) > Number.MAX_SAFE_INTEGER;
  if (!Number.isFinite(value) || tooBig) throw new JsonScanError('input.unsafe-number');
  return start + match[0].length;
}
