/** What the XML parser gives: texts, nodes, and lists of them where an element is repeated. */
export interface XmlNode {
  readonly [name: string]: XmlValue | undefined;
}
export type XmlValue = string | XmlNode | readonly (string | XmlNode)[];

const NO_NODE: XmlNode = {};

/** The first node at the end of the path; undefined where it breaks off. */
export function at(node: XmlNode, ...path: readonly string[]): XmlValue | undefined {
  let current: XmlValue | undefined = node;
  for (const name of path) {
    const [first] = asList(current);
    current = first?.[name];
  }
  return current;
}

/** Nodes as a list, whether one, many or none; a text counts as an empty node. */
export function asList(value: XmlValue | undefined): XmlNode[] {
  if (value === undefined) return [];
  const values: readonly (string | XmlNode)[] = isList(value) ? value : [value];
  return values.map((each) => (typeof each === 'string' ? { '#text': each } : each));
}

/** The text at the end of the path, also of an element with attributes; empty when there is none. */
export function textAt(node: XmlNode, ...path: readonly string[]): string {
  const [first = NO_NODE] = asList(at(node, ...path));
  const text = first['#text'];
  return typeof text === 'string' ? text.trim() : '';
}

/** Texts of a repeated element. */
export function textsAt(node: XmlNode, ...path: readonly string[]): string[] {
  return asList(at(node, ...path)).map((each) => textAt(each, '#text'));
}

/** Euro as banks write them, with at most two decimals, as whole cents; null for anything else. */
export function centsOf(text: string): number | null {
  const parts = /^(\d{1,13})(?:\.(\d{1,2})0{0,3})?$/.exec(text);
  return parts === null ? null : Number(`${parts[1]}${(parts[2] ?? '').padEnd(2, '0')}`);
}

function isList(value: XmlValue): value is readonly (string | XmlNode)[] {
  return Array.isArray(value);
}
