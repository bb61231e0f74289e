import { inspectFile } from './inspect-file';
import type { Verdict } from './verdict';

/** The child's whole life: bytes from standard input, one line of JSON to standard output. */
export async function answerParent(): Promise<void> {
  // What Node brings along for the network; its modules are not in the bundle (tools/lib/inspector-bundle.mjs).
  for (const name of ['fetch', 'WebSocket', 'EventSource', 'navigator']) Reflect.deleteProperty(globalThis, name);
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const verdict: Verdict = await inspectFile(Buffer.concat(chunks));
  process.stdout.write(`${JSON.stringify(verdict)}\n`, () => process.exit(0));
}
