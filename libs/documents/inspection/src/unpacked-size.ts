import type { Readable } from 'node:stream';
import { constants, inflateSync } from 'node:zlib';
import { INSPECTION_LIMITS } from './limits';
import { Finding } from './verdict';

/** The most that so many packed bytes may become: text shrinks to a tenth, hardly ever to a hundredth. */
export function roomFor(packedBytes: number, left: number): number {
  const { suspiciousBytes, ratio } = INSPECTION_LIMITS;
  return Math.min(left, Math.max(suspiciousBytes, packedBytes * ratio));
}

/** What comes out of packed bytes, or null when they are not packed this way; refuses what is larger than it may be. */
export function unpack(packed: Buffer, left: number): Buffer | null {
  try {
    const maxOutputLength = Math.max(1, roomFor(packed.length, left));
    return inflateSync(packed, { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    if (error instanceof RangeError) throw new Finding('archive-unsafe', 'size');
    return null;
  }
}

/** Counts without keeping. */
export async function countBytes(stream: Readable, packedBytes: number, left: number): Promise<number> {
  const room = roomFor(packedBytes, left);
  let size = 0;
  for await (const chunk of stream) {
    size += (chunk as Buffer).length;
    if (size > room) {
      stream.destroy();
      throw new Finding('archive-unsafe', 'size');
    }
  }
  return size;
}
