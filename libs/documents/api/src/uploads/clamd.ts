import { connect } from 'node:net';
import { DomainError } from '@wir/shared/kernel';

const CHUNK_BYTES = 64 * 1024;
const MAX_ANSWER = 1_000;

/** Where clamd listens, `host:port`. */
export interface ScannerAddress {
  readonly host: string;
  readonly port: number;
}

export function scannerAddress(text: string): ScannerAddress {
  const [, host = '', port = ''] = /^\[?([^\]]+?)\]?:(\d+)$/.exec(text) ?? [];
  return { host, port: Number(port) };
}

/**
 * Asks clamd about bytes (INSTREAM). Only `stream: OK` means clean: a finding is a refusal, everything else — errors,
 * a closed or silent connection, a size limit — means that nobody has looked, and the file is not taken.
 */
export async function refuseMalware(address: ScannerAddress, bytes: Buffer, patienceMs: number): Promise<void> {
  const answer = await ask(address, [Buffer.from('zINSTREAM\0'), ...framed(bytes)], patienceMs);
  if (answer === 'stream: OK') return;
  if (/^stream: .+ FOUND$/.test(answer)) throw new DomainError('unprocessable', 'document.malware');
  throw new DomainError('unavailable', 'document.scanner-unavailable');
}

export async function isScannerReady(address: ScannerAddress, patienceMs: number): Promise<boolean> {
  return ask(address, [Buffer.from('zPING\0')], patienceMs).then(
    (answer) => answer === 'PONG',
    () => false,
  );
}

function framed(bytes: Buffer): Buffer[] {
  const frames: Buffer[] = [];
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    const chunk = bytes.subarray(start, start + CHUNK_BYTES);
    frames.push(lengthOf(chunk.length), chunk);
  }
  return [...frames, lengthOf(0)];
}

function lengthOf(size: number): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(size);
  return head;
}

function ask(address: ScannerAddress, request: readonly Buffer[], patienceMs: number): Promise<string> {
  return new Promise<string>((resolve, reject) => {
    const socket = connect(address);
    let answer = '';
    const fail = (): void => {
      socket.destroy();
      reject(new DomainError('unavailable', 'document.scanner-unavailable'));
    };
    const timer = setTimeout(fail, patienceMs);
    socket.setEncoding('utf8');
    socket.on('connect', () => {
      for (const part of request) socket.write(part);
    });
    socket.on('data', (text: string) => {
      answer += text;
      if (answer.length > MAX_ANSWER) fail();
      else if (answer.endsWith('\0')) socket.end();
    });
    socket.on('error', fail);
    socket.on('close', () => {
      clearTimeout(timer);
      if (answer.endsWith('\0')) resolve(answer.slice(0, -1).trim());
      else fail();
    });
  });
}
