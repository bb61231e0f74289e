#!/usr/bin/env node
// Checks an export of the audit trail (GET /api/v1/audit/export) or an audit bundle without the portal, its database or any
// package. Deliberately written a second time from docs/audit-format.md, so that one mistake cannot hide in both programs.
//
//   node verify-audit.mjs protokoll.jsonl [hash of the last event] [--anchors folder] [--key anchor.pub.pem] [--partial]
//   node verify-audit.mjs --bundle [folder]     (also without arguments, in the folder of a bundle)
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';

const FIELDS = [
  'sequence',
  'occurredAt',
  'accountId',
  'personId',
  'actorRole',
  'deputyFor',
  'sessionFamily',
  'action',
  'objectType',
  'objectId',
  'objectVersion',
  'applicantId',
  'fromState',
  'toState',
  'outcome',
  'code',
  'reasonDigest',
  'beforeDigest',
  'afterDigest',
  'requestId',
];
const TEXTS = [
  ['reasonDigest', 'reason'],
  ['beforeDigest', 'beforeText'],
  ['afterDigest', 'afterText'],
];
const ERASURE = 'audit.texts-erased';

const WHY = {
  json: 'Die Zeile ist kein JSON',
  gap: 'Ein Eintrag fehlt oder ist zu viel',
  link: 'Die Verkettung mit dem vorigen Eintrag stimmt nicht',
  content: 'Der Inhalt wurde nach dem Eintrag geändert',
  text: 'Ein Grund oder Inhalt wurde nach dem Eintrag geändert',
  missing: 'Ein Grund oder Inhalt fehlt, und kein späterer Eintrag nennt seine Löschung',
  tail: 'Das Ende fehlt oder wurde neu geschrieben',
  withheld: 'Der Inhalt des Eintrags fehlt',
};

/** @param {Buffer | string} bytes @returns {string} */
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const EMPTY = sha256('');

/** @param {Record<string, unknown>} event @returns {Buffer} the bytes whose SHA-256 is the digest of the event */
export function canonicalBytes(event) {
  const parts = FIELDS.map((name) => {
    const value = event[name];
    if (value === null || value === undefined) return Buffer.from('~,');
    const text = Buffer.from(String(value), 'utf8');
    return Buffer.concat([Buffer.from(`${text.length}:`), text, Buffer.from(',')]);
  });
  return Buffer.concat(parts);
}

/** @param {string} salt @param {string} text @returns {string} */
const commitment = (salt, text) => sha256(Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(text, 'utf8')]));

/** @param {string} previous @param {string} digest @returns {string} */
const chained = (previous, digest) => sha256(Buffer.concat([Buffer.from(previous, 'hex'), Buffer.from(digest, 'hex')]));

/**
 * @typedef {{ ok: boolean, checked: number, head: string, firstBadSequence?: number, why?: string, erased: number, withheld: number, heads: Map<number, string> }} Verdict
 */

/**
 * @param {AsyncIterable<string>} lines
 * @param {{ expectedHead?: string, partial?: boolean, wanted?: ReadonlySet<number> }} [options] `partial`: entries of other
 *   cases may be given by their digest alone; `wanted`: sequences whose hash is needed later
 * @returns {Promise<Verdict>}
 */
export async function verifyLines(lines, { expectedHead, partial = false, wanted = new Set() } = {}) {
  const state = { head: EMPTY, checked: 0, withheld: 0, erased: 0, missing: new Set(), heads: new Map([[0, EMPTY]]) };
  let bad = null;
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const event = parsed(line);
    const why = bad ? null : faultOf(event, state.checked + 1, state.head, partial);
    if (why) bad = { sequence: state.checked + 1, why };
    // After a fault the rest is read only to learn which texts were erased later.
    for (const sequence of erasedBy(event)) if (state.missing.delete(sequence)) state.erased += 1;
    if (!bad) follow(event, state, wanted);
  }
  if (!bad && expectedHead && expectedHead.toLowerCase() !== state.head)
    bad = { sequence: state.checked + 1, why: WHY.tail };
  const [missing] = state.missing;
  if (missing !== undefined && (!bad || missing < bad.sequence)) bad = { sequence: missing, why: WHY.missing };
  const { head, checked, withheld, erased, heads } = state;
  return { ok: !bad, checked, head, firstBadSequence: bad?.sequence, why: bad?.why, erased, withheld, heads };
}

function parsed(line) {
  try {
    const value = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}

function follow(event, state, wanted) {
  state.head = chained(state.head, event.digest);
  state.checked += 1;
  if (wanted.has(state.checked)) state.heads.set(state.checked, state.head);
  if (!('action' in event)) state.withheld += 1;
  else if (isWithoutTexts(event)) state.missing.add(state.checked);
}

function faultOf(event, sequence, head, partial) {
  if (event === null) return WHY.json;
  if (event.sequence !== sequence) return WHY.gap;
  if (typeof event.digest !== 'string' || !/^[0-9a-f]{64}$/.test(event.digest)) return WHY.content;
  if (!('action' in event)) return partial && Object.keys(event).length === 2 ? null : WHY.withheld;
  if (event.previousHash !== head) return WHY.link;
  if (sha256(canonicalBytes(event)) !== event.digest || chained(head, event.digest) !== event.hash) return WHY.content;
  return textFaultOf(event);
}

function textFaultOf(event) {
  const { salt } = event;
  if (salt === null || salt === undefined) {
    if (TEXTS.some(([, text]) => (event[text] ?? null) !== null)) return WHY.text;
    return event.action === ERASURE && isWithoutTexts(event) ? WHY.missing : null;
  }
  const fits = TEXTS.every(([digest, text]) => {
    const content = event[text] ?? null;
    return (event[digest] ?? null) === (content === null ? null : commitment(salt, content));
  });
  return fits ? null : WHY.text;
}

const isWithoutTexts = (event) =>
  (event.salt ?? null) === null && TEXTS.some(([digest]) => (event[digest] ?? null) !== null);

function erasedBy(event) {
  if (event?.action !== ERASURE || event.outcome !== 'DONE' || typeof event.afterText !== 'string') return [];
  const after = parsed(event.afterText);
  return Array.isArray(after?.sequences) ? after.sequences : [];
}

/** @param {string} folder @returns {{ day: string, sequence: number, head: string, keyId: string, signature: string }[]} */
export function readAnchors(folder) {
  const names = readdirSync(folder).filter((name) => /^\d{4}-\d{2}-\d{2}\.json$/.test(name));
  return names.sort().map((name) => {
    const anchor = parsed(readFileSync(join(folder, name), 'utf8'));
    return anchor === null ? { day: name.slice(0, 10), sequence: 0, head: '', keyId: '', signature: '' } : anchor;
  });
}

/** @param {string} pem one or several public keys @returns {Map<string, import('node:crypto').KeyObject>} by key id */
export function readKeys(pem) {
  const blocks = pem.match(/-----BEGIN PUBLIC KEY-----[A-Za-z0-9+/=\s]{1,500}-----END PUBLIC KEY-----/g) ?? [];
  return new Map(
    blocks.map((block) => {
      const key = createPublicKey(block);
      return [sha256(key.export({ type: 'spki', format: 'der' })).slice(0, 16), key];
    }),
  );
}

/**
 * The signed states against the chain. Where one contradicts, what lies after the last anchor that fits was rewritten.
 *
 * @param {ReturnType<typeof readAnchors>} anchors
 * @param {Verdict} verdict
 * @param {Map<string, import('node:crypto').KeyObject> | null} keys null: signatures are not checked
 * @returns {{ ok: boolean, firstBadSequence?: number, why?: string }}
 */
export function verifyAnchors(anchors, verdict, keys) {
  let lastGood = 0;
  for (const anchor of [...anchors].sort((a, b) => a.sequence - b.sequence)) {
    const { day, sequence, head } = anchor;
    if (keys && !isSigned(anchor, keys))
      return {
        ok: false,
        firstBadSequence: lastGood + 1,
        why: `Der Anker vom ${day} ist nicht von diesem Schlüssel unterschrieben`,
      };
    if (sequence > verdict.checked)
      return {
        ok: false,
        firstBadSequence: verdict.checked + 1,
        why: `${WHY.tail}: der Anker vom ${day} nennt Eintrag ${sequence}`,
      };
    if (verdict.heads.get(sequence) !== head)
      return {
        ok: false,
        firstBadSequence: lastGood + 1,
        why: `Der Anker vom ${day} bezeugt für Eintrag ${sequence} einen anderen Hash: ab hier wurde neu geschrieben`,
      };
    lastGood = sequence;
  }
  return { ok: true };
}

function isSigned({ day, sequence, head, keyId, signature }, keys) {
  const key = keys.get(keyId);
  const text = Buffer.from(`wir-anchor-1\n${day}\n${sequence}\n${head}\n`);
  return key !== undefined && verify(null, text, key, Buffer.from(String(signature), 'base64'));
}

/**
 * @param {string} file
 * @param {{ expectedHead?: string, partial?: boolean, anchors?: string, key?: string }} options paths of folder and PEM file
 * @returns {Promise<Verdict & { anchors: number, signed: boolean }>}
 */
export async function verifyFile(file, { expectedHead, partial, anchors: folder, key }) {
  const anchors = folder ? readAnchors(folder) : [];
  const keys = key ? readKeys(readFileSync(key, 'utf8')) : null;
  const wanted = new Set(anchors.map(({ sequence }) => sequence));
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  const verdict = await verifyLines(lines, { expectedHead, partial, wanted });
  const found = verdict.ok ? verifyAnchors(anchors, verdict, keys) : { ok: true };
  return { ...verdict, ...(found.ok ? {} : found), anchors: anchors.length, signed: keys !== null };
}

/**
 * Every file of a bundle against its manifest, then the trail in it.
 *
 * @param {string} folder
 * @returns {Promise<{ ok: boolean, text: string }>}
 */
export async function verifyBundle(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const listed = new Map(manifest.files.map(({ path, sha256: hash }) => [path, hash]));
  for (const [path, hash] of listed) {
    const found = existsSync(join(folder, path)) ? await hashOfFile(join(folder, path)) : null;
    if (found === null) return { ok: false, text: `VERFÄLSCHT: die Datei ${path} fehlt.` };
    if (found !== hash) return { ok: false, text: `VERFÄLSCHT: die Datei ${path} wurde geändert.` };
  }
  for (const path of filesIn(folder))
    if (!listed.has(path) && path !== 'manifest.json')
      return { ok: false, text: `VERFÄLSCHT: die Datei ${path} gehört nicht dazu.` };
  const at = (path) => (existsSync(join(folder, path)) ? join(folder, path) : undefined);
  const options = {
    expectedHead: manifest.head,
    partial: true,
    anchors: at('protokoll/anker'),
    key: at('protokoll/anker-schluessel.pem'),
  };
  const verdict = await verifyFile(join(folder, 'protokoll', 'protokoll.jsonl'), options);
  const files = `${listed.size} Dateien unverändert. `;
  return { ok: verdict.ok, text: verdict.ok ? files + sentenceOf(verdict) : sentenceOf(verdict) };
}

function hashOfFile(path) {
  const hash = createHash('sha256');
  return new Promise((resolve, reject) => {
    createReadStream(path)
      .on('data', (part) => hash.update(part))
      .on('end', () => resolve(hash.digest('hex')))
      .on('error', reject);
  });
}

function filesIn(folder, base = folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path, base) : [relative(base, path).split(sep).join('/')];
  });
}

function sentenceOf(verdict) {
  if (!verdict.ok)
    return `VERFÄLSCHT ab Eintrag ${verdict.firstBadSequence}: ${verdict.why}. Davor ${Math.min(verdict.firstBadSequence - 1, verdict.checked)} unversehrte Einträge.`;
  const parts = [`Unversehrt: ${verdict.checked} Einträge, Hash des letzten: ${verdict.head}`];
  if (verdict.erased > 0) parts.push(`${verdict.erased} Einträge mit protokolliert gelöschten Texten`);
  if (verdict.withheld > 0) parts.push(`${verdict.withheld} fremde Einträge nur als Fingerabdruck`);
  if (verdict.anchors > 0)
    parts.push(
      `${verdict.anchors} Anker stimmen${verdict.signed ? ', alle unterschrieben' : ' (Unterschriften ohne --key nicht geprüft)'}`,
    );
  return parts.join('; ');
}

function optionsOf(args) {
  const options = { words: [] };
  for (let index = 0; index < args.length; index += 1) {
    const [, name] = /^--(anchors|key)$/.exec(args[index]) ?? [];
    if (name) options[name] = args[(index += 1)];
    else if (args[index] === '--partial' || args[index] === '--bundle') options[args[index].slice(2)] = true;
    else options.words.push(args[index]);
  }
  return options;
}

async function run() {
  const { words, bundle, ...options } = optionsOf(process.argv.slice(2));
  const here = dirname(fileURLToPath(import.meta.url));
  const isInBundle = words.length === 0 && existsSync(join(here, 'manifest.json'));
  if (words.length === 0 && !bundle && !isInBundle) {
    process.stderr.write(
      'Aufruf: node verify-audit.mjs <protokoll.jsonl> [erwarteter Hash des letzten Eintrags] [--anchors Ordner] [--key Schlüssel.pem] [--partial]\n' +
        '   oder: node verify-audit.mjs --bundle [Ordner der entpackten Prüfmappe]\n',
    );
    process.exitCode = 2;
    return;
  }
  const [file, expectedHead] = words;
  if (bundle || isInBundle) {
    const { ok, text } = await verifyBundle(file ?? here);
    process.stdout.write(`${text}\n`);
    process.exitCode = ok ? 0 : 1;
    return;
  }
  const verdict = await verifyFile(file, { expectedHead, ...options });
  process.stdout.write(`${sentenceOf(verdict)}\n`);
  process.exitCode = verdict.ok ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  run().catch((error) => {
    process.stderr.write(`Die Datei konnte nicht gelesen werden: ${error.message}\n`);
    process.exitCode = 2;
  });
}
