import { Finding } from './verdict';

const HEAD_BYTES = 1024;
/** End record of an archive with the longest comment. */
const TAIL_BYTES = 65_557;
const WEB_PAGE = /<(?:!doctype|html|head|body|script|svg|iframe|object|embed|form|meta|link)[\s>/]|<\?(?:php|xml)/i;

/** A file that another program would read as a web page, a second document or an archive is refused, however valid it is. */
export function refuseTwoFormats(bytes: Buffer): void {
  const head = bytes.subarray(0, HEAD_BYTES).toString('latin1');
  if (WEB_PAGE.test(head)) throw new Finding('two-formats', 'html');
  if (head.includes('%PDF-', 1)) throw new Finding('two-formats', 'pdf');
  if (bytes.subarray(-TAIL_BYTES).includes('PK\x05\x06', 0, 'latin1')) throw new Finding('two-formats', 'zip');
}
