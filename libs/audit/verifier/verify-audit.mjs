#!/usr/bin/env node
// Checks an export of the audit trail (GET /api/v1/audit/export) without the portal, its database or any package.
// Usage: node verify-audit.mjs protokoll.jsonl [expected head hash]
// Deliberately written a second time from docs/audit-format.md, so that one mistake cannot hide in both programs.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const FIELDS = [
  'sequence',
  'occurredAt',
  'accountId',
  'personId',
  'actorRole',
  'action',
  'objectType',
  'objectId',
  'objectVersion',
  'applicantId',
  'fromState',
  'toState',
  'reason',
  'beforeText',
  'afterText',
  'requestId',
  'previousHash',
];

/** @param {Buffer | string} bytes @returns {string} */
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** @param {Record<string, unknown>} event @returns {Buffer} the bytes whose SHA-256 is the event's hash */
export function canonicalBytes(event) {
  const parts = FIELDS.map((name) => {
    const value = event[name];
    if (value === null || value === undefined) return Buffer.from('~,');
    const text = Buffer.from(String(value), 'utf8');
    return Buffer.concat([Buffer.from(`${text.length}:`), text, Buffer.from(',')]);
  });
  return Buffer.concat(parts);
}

/**
 * @param {AsyncIterable<string>} lines
 * @param {string} [expectedHead]
 * @returns {Promise<{ ok: boolean, checked: number, head: string, firstBadSequence?: number, why?: string }>}
 */
export async function verifyLines(lines, expectedHead) {
  let head = sha256('');
  let checked = 0;
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const why = faultOf(line, checked + 1, head);
    if (typeof why === 'string') return { ok: false, checked, head, firstBadSequence: checked + 1, why };
    head = why.hash;
    checked += 1;
  }
  if (expectedHead && expectedHead.toLowerCase() !== head) {
    return {
      ok: false,
      checked,
      head,
      firstBadSequence: checked + 1,
      why: 'Das Ende fehlt oder wurde neu geschrieben',
    };
  }
  return { ok: true, checked, head };
}

function faultOf(line, sequence, head) {
  let event;
  try {
    event = JSON.parse(line);
  } catch {
    return 'Die Zeile ist kein JSON';
  }
  if (event.sequence !== sequence) return `Hier steht Eintrag ${String(event.sequence)}: einer fehlt oder ist zu viel`;
  if (event.previousHash !== head) return 'Die Verkettung mit dem vorigen Eintrag stimmt nicht';
  if (sha256(canonicalBytes(event)) !== event.hash) return 'Der Inhalt wurde nach dem Eintrag geändert';
  return { hash: event.hash };
}

async function run() {
  const [file, expectedHead] = process.argv.slice(2);
  if (!file) {
    process.stderr.write('Aufruf: node verify-audit.mjs <protokoll.jsonl> [erwarteter Hash des letzten Eintrags]\n');
    process.exitCode = 2;
    return;
  }
  const result = await verifyLines(
    createInterface({ input: createReadStream(file), crlfDelay: Infinity }),
    expectedHead,
  );
  if (result.ok) process.stdout.write(`Unversehrt: ${result.checked} Einträge, Hash des letzten: ${result.head}\n`);
  else
    process.stdout.write(
      `VERFÄLSCHT ab Eintrag ${result.firstBadSequence}: ${result.why}. Davor ${result.checked} unversehrte Einträge.\n`,
    );
  process.exitCode = result.ok ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  run().catch((error) => {
    process.stderr.write(`Die Datei konnte nicht gelesen werden: ${error.message}\n`);
    process.exitCode = 2;
  });
}
