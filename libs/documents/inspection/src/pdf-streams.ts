import { INSPECTION_LIMITS } from './limits';
import { unpack } from './unpacked-size';
import { Finding } from './verdict';

const BEGIN = 'stream';
const END = 'endstream';
/** Packed in packed is rare, a third time no program does it. */
const MAX_LAYERS = 2;

/**
 * Unpacks every packed stream once before any library does, whatever filters its object names: a library would keep what
 * comes out in memory.
 */
export function refuseBombs(bytes: Buffer): void {
  let left = INSPECTION_LIMITS.unpackedBytes;
  let position = 0;
  for (;;) {
    const begin = bytes.indexOf(BEGIN, position, 'latin1');
    if (begin < 0) return;
    const start = startOfData(bytes, begin + BEGIN.length);
    const end = bytes.indexOf(END, start, 'latin1');
    left -= sizeOf(bytes.subarray(start, end < 0 ? bytes.length : end), left);
    if (end < 0) return;
    position = end + END.length;
  }
}

function startOfData(bytes: Buffer, afterWord: number): number {
  let start = afterWord;
  if (bytes[start] === 0x0d) start += 1;
  if (bytes[start] === 0x0a) start += 1;
  return start;
}

function sizeOf(packed: Buffer, left: number): number {
  let total = 0;
  let layer: Buffer | null = packed;
  for (let layers = 0; layer !== null; layers += 1) {
    if (layers > MAX_LAYERS) throw new Finding('archive-unsafe', 'nesting');
    if (!looksPacked(layer)) return total;
    layer = unpack(layer, left - total);
    total += layer?.length ?? 0;
  }
  return total;
}

/** First two bytes of zlib: method 8, and both together a multiple of 31. */
function looksPacked(bytes: Buffer): boolean {
  return bytes.length > 2 && (bytes[0] ?? 0) % 16 === 8 && bytes.readUInt16BE(0) % 31 === 0;
}
