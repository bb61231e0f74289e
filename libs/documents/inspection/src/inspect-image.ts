import { imageSize } from 'image-size';
import { INSPECTION_LIMITS } from './limits';
import { Finding } from './verdict';

/** Reads the head only: nothing is unpacked, a picture is refused by the size it claims. */
export function inspectImage(bytes: Buffer, type: 'png' | 'jpg'): void {
  const size = imageSize(bytes);
  if (size.type !== type || !(size.width > 0) || !(size.height > 0)) throw new Finding('unreadable');
  const { pixels, side } = INSPECTION_LIMITS;
  if (size.width * size.height > pixels || size.width > side || size.height > side)
    throw new Finding('image-too-large');
  if (type === 'png') refuseBytesBehind(bytes);
}

/** Whatever stands behind the last chunk of a PNG is not shown, and therefore hides. */
function refuseBytesBehind(bytes: Buffer): void {
  let position = 8;
  while (position + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(position);
    const type = bytes.toString('latin1', position + 4, position + 8);
    position += 12 + length;
    if (type !== 'IEND') continue;
    if (position !== bytes.length) throw new Finding('two-formats', 'trailing-bytes');
    return;
  }
  throw new Finding('unreadable');
}
