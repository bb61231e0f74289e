import { createHash } from 'node:crypto';

/** One export as the register outside the database keeps it. */
export interface RegisterEntry {
  readonly runId: string;
  readonly runNumber: string;
  readonly checksum: string;
  readonly orderCount: number;
  readonly sumCents: number;
  readonly orders: readonly { readonly orderNumber: string; readonly amountCents: number; readonly iban: string }[];
  readonly files: readonly { readonly format: string; readonly sha256: string; readonly sizeBytes: number }[];
  readonly at: string;
}

export interface RegisterContent {
  readonly entries: readonly RegisterEntry[];
  /** First line that is no entry or does not follow the one before; from there on nothing is believed. */
  readonly damagedLine: number | null;
  /** SHA-256 of the last whole line. */
  readonly head: string;
  /** Bytes up to the end of the last whole line; more than that is a line cut off by a crash. */
  readonly wholeBytes: number;
}

/** Each line names the hash of the one before it: nobody takes one out or changes one unnoticed. */
export function registerLine(entry: RegisterEntry, previous: string): string {
  return `${JSON.stringify({ ...entry, previous })}\n`;
}

/** A last line without its end was never finished; the export it belongs to has not been acknowledged. */
export function readRegister(bytes: Buffer): RegisterContent {
  const wholeBytes = bytes.lastIndexOf(10) + 1;
  const lines = bytes.subarray(0, wholeBytes).toString('utf8').split('\n').slice(0, -1);
  const entries: RegisterEntry[] = [];
  let head = '';
  for (const [index, line] of lines.entries()) {
    const entry = entryOf(line, head);
    if (entry === null) return { entries, damagedLine: index + 1, head, wholeBytes };
    entries.push(entry);
    head = createHash('sha256').update(line).digest('hex');
  }
  return { entries, damagedLine: null, head, wholeBytes };
}

function entryOf(line: string, previous: string): RegisterEntry | null {
  try {
    const read = JSON.parse(line) as Partial<RegisterEntry & { previous: string }>;
    const { runId, runNumber, checksum, orderCount, sumCents, orders, files, at } = read;
    if (read.previous !== previous || typeof runId !== 'string' || typeof runNumber !== 'string') return null;
    if (typeof checksum !== 'string' || typeof orderCount !== 'number' || typeof sumCents !== 'number') return null;
    if (!Array.isArray(orders) || !Array.isArray(files) || typeof at !== 'string') return null;
    return { runId, runNumber, checksum, orderCount, sumCents, orders, files, at };
  } catch {
    return null;
  }
}
