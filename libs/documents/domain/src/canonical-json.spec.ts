import { canonicalJson } from './canonical-json';

describe('canonical JSON', () => {
  it('does not depend on the order of members', () => {
    expect(canonicalJson({ b: [2, { d: 4, c: 3 }], a: 'ä' })).toBe('{"a":"ä","b":[2,{"c":3,"d":4}]}');
    expect(canonicalJson({ a: 'ä', b: [2, { c: 3, d: 4 }] })).toBe('{"a":"ä","b":[2,{"c":3,"d":4}]}');
  });

  it('keeps the order of lists', () => {
    expect(canonicalJson([2, 1])).not.toBe(canonicalJson([1, 2]));
  });

  it('leaves out undefined members and keeps null', () => {
    expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}');
  });
});
