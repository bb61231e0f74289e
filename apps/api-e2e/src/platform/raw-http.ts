import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Writes bytes as they are and takes what comes back until the server closes, or says nothing for a while. */
export function rawHttp(port: number, request: string | Buffer, patienceMs = 3_000): Promise<RawAnswer[]> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.setTimeout(patienceMs, () => socket.destroy());
    socket.on('connect', () => socket.write(request));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
    });
    socket.on('close', () => resolve(answersIn(Buffer.concat(chunks).toString('latin1'))));
  });
}

/** All answers of one connection: how many there are tells whether a second request was smuggled in. */
function answersIn(text: string): RawAnswer[] {
  const answers: RawAnswer[] = [];
  let rest = text;
  for (let start = rest.indexOf('HTTP/1.1 '); start >= 0; start = rest.indexOf('HTTP/1.1 ')) {
    const [head = '', ...bodies] = rest.slice(start).split('\r\n\r\n');
    const [first = '', ...lines] = head.split('\r\n');
    const headers = new Map(
      lines.map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
      }),
    );
    const body = bodies.join('\r\n\r\n');
    const length = Number(headers.get('content-length') ?? body.length);
    answers.push({ status: Number(first.split(' ')[1]), headers, body: body.slice(0, length) });
    rest = body.slice(length);
  }
  return answers;
}

export function requestText(line: string, headers: Readonly<Record<string, string>> = {}, body = ''): string {
  const all = { Host: 'portal', Connection: 'close', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${line} HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
}
