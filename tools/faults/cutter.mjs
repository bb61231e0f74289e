import { once } from 'node:events';
import { connect, createServer } from 'node:net';

const COMMIT = Buffer.from('COMMIT');

/**
 * Stands between the API and PostgreSQL. When asked, it passes the next COMMIT on, waits until the server has answered it,
 * and drops the connection instead of passing the answer back.
 *
 * @param {number} port of PostgreSQL
 */
export async function startCutter(port) {
  const state = { wanted: false, cut: false };
  const sockets = new Set();
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    let isDoomed = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (chunk) => {
      if (state.wanted && chunk.includes(COMMIT)) {
        state.wanted = false;
        isDoomed = true;
      }
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (!isDoomed) return client.write(chunk);
      // The command tag of the answer: from here on it is durable, and nobody knows.
      if (!chunk.includes(COMMIT)) return undefined;
      state.cut = true;
      return client.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: server.address().port,
    cutNext() {
      state.wanted = true;
      state.cut = false;
    },
    hasCut: () => state.cut,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
