import { randomUUID } from 'node:crypto';
import { createServer, STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { NestApplicationOptions } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import { HttpProblem, problemDocument, type Settings } from '@wir/shared/api';
import express from 'express';
import { DATA_HEADERS, fixedHeaders } from './security-headers';

/** Slow on purpose is ended, slow by a bad line is not: 25 MB in 30 s need 7 Mbit/s. */
export const SERVER_LIMITS = {
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 10_000,
  /** How late a timeout may be noticed; Node looks every 30 s unless told. */
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16 * 1024,
  /** Checked by ourselves: Node would answer without any of our headers. */
  requireHostHeader: false,
  insecureHTTPParser: false,
  /** Nothing read and nothing sent for so long: a reader that does not read. */
  timeout: 30_000,
  maxConnections: 1_000,
};

const STATUS_OF_FAULT: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
};
const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  408: 'input.too-slow',
  413: 'input.too-large',
  431: 'input.headers-too-large',
};

/** Express behind a server with limits, which answers in our form also what is no HTTP. */
export class GuardedAdapter extends ExpressAdapter {
  constructor(
    private readonly settings: Settings,
    private readonly limits = SERVER_LIMITS,
  ) {
    super(strictExpress());
  }

  override initHttpServer(_options: NestApplicationOptions): void {
    const handle = this.getInstance<(request: IncomingMessage, response: ServerResponse) => void>();
    const server = createServer(this.limits, handle);
    server.timeout = this.limits.timeout;
    server.maxConnections = this.limits.maxConnections;
    // Expect: anything — answered as if it were not there, with our headers instead of Node's bare 417.
    server.on('checkExpectation', handle);
    answerUnreadable(server, { ...fixedHeaders(this.settings), ...DATA_HEADERS });
    this.httpServer = server;
  }
}

/** Set before anything is asked of it: its router takes over what stands here when it is first used. */
function strictExpress(): ReturnType<typeof express> {
  const app = express();
  app.disable('x-powered-by');
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.set('query parser', 'simple');
  app.set('etag', false);
  return app;
}

function answerUnreadable(server: Server, headers: Readonly<Record<string, string>>): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    socket.end(refusal(STATUS_OF_FAULT[error.code ?? ''] ?? 400, headers), () => socket.destroy());
  });
}

function refusal(status: number, headers: Readonly<Record<string, string>>): string {
  const problem = new HttpProblem(status, CODE_OF_STATUS[status] ?? 'input.malformed-request');
  const body = JSON.stringify(problemDocument(problem, randomUUID()));
  const lines = Object.entries({
    ...headers,
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Bad Request'}\r\n${lines.join('')}\r\n${body}`;
}
