import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { isScannerReady, refuseMalware, scannerAddress, type ScannerAddress } from './clamd';

const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
const PATIENCE_MS = 300;

/** Speaks the two commands of clamd that we use, and finds the harmless test text every scanner finds. */
function answerLikeClamd(socket: Socket): void {
  const received: Buffer[] = [];
  let tail = Buffer.alloc(0);
  socket.on('data', (data: Buffer) => {
    received.push(data);
    tail = Buffer.concat([tail, data.subarray(-10)]).subarray(-10);
    if (tail.toString('latin1').endsWith('zPING\0')) socket.end('PONG\0');
    // Four zero bytes end the stream; the bytes themselves are joined only then.
    if (tail.length < 4 || tail.subarray(-4).readUInt32BE(0) !== 0) return;
    const all = Buffer.concat(received);
    if (!all.subarray(0, 10).equals(Buffer.from('zINSTREAM\0'))) return;
    socket.end(all.includes(EICAR) ? 'stream: Win.Test.EICAR_HDB-1 FOUND\0' : 'stream: OK\0');
  });
}

describe('asking the virus scanner', () => {
  const servers: Server[] = [];
  const open = new Set<Socket>();
  afterEach(() => {
    for (const socket of open) socket.destroy();
    for (const server of servers.splice(0)) server.close();
  });

  const scanner = async (behaviour: (socket: Socket) => void): Promise<ScannerAddress> => {
    const server = createServer((socket) => {
      open.add(socket.on('error', () => undefined));
      behaviour(socket);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
  };
  const ask = (address: ScannerAddress, bytes = Buffer.from('x'), patienceMs = 4_000): Promise<void> =>
    refuseMalware(address, bytes, patienceMs);
  const says = (text: string): Promise<ScannerAddress> =>
    scanner((socket) => socket.once('data', () => socket.end(text)));

  it('lets clean bytes pass, also many', async () => {
    const address = await scanner(answerLikeClamd);

    await expect(refuseMalware(address, Buffer.alloc(5_000_000, 1), 30_000)).resolves.toBeUndefined();
    expect(await isScannerReady(address, 30_000)).toBe(true);
  }, 40_000);

  it('refuses what was found', async () => {
    const address = await scanner(answerLikeClamd);

    await expect(ask(address, Buffer.from(`pdf ${EICAR} pdf`))).rejects.toMatchObject({
      kind: 'unprocessable',
      code: 'document.malware',
    });
  });

  it.each([
    'INSTREAM size limit exceeded. ERROR\0',
    'stream: lstat() failed ERROR\0',
    'stream: OK',
    'OK\0',
    '\0',
    'stream: OK\nstream: X FOUND\0',
  ])('takes %j for "nobody looked"', async (answer) => {
    await expect(ask(await says(answer))).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'document.scanner-unavailable',
    });
  });

  it('waits no longer than its patience', async () => {
    const silent = await scanner(() => undefined);

    await expect(ask(silent, Buffer.from('x'), PATIENCE_MS)).rejects.toMatchObject({
      code: 'document.scanner-unavailable',
    });
    expect(await isScannerReady(silent, PATIENCE_MS)).toBe(false);
  });

  it('takes a scanner that dies or is not there for "nobody looked"', async () => {
    const dying = await scanner((socket) => socket.once('data', () => socket.destroy()));
    const gone = { host: '127.0.0.1', port: 1 };

    await expect(ask(dying)).rejects.toMatchObject({ code: 'document.scanner-unavailable' });
    await expect(ask(gone)).rejects.toMatchObject({ code: 'document.scanner-unavailable' });
  });

  it('reads its address from the setting', () => {
    expect(scannerAddress('clamd:3310')).toEqual({ host: 'clamd', port: 3310 });
    expect(scannerAddress('[::1]:3310')).toEqual({ host: '::1', port: 3310 });
  });
});
