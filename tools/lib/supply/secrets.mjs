/**
 * Things that look like a secret in a tracked file. A short list of certain forms instead of guessing by disorder: what it
 * reports is worth a look every time.
 *
 * @typedef {{ file: string, line: number, kind: string }} Finding
 */
const FORMS = [
  ['private key', /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----(?!['"`]?\s*[),.;])/],
  ['AWS key', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/],
  ['token of a code host', /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,}|glpat-[A-Za-z0-9_-]{20})\b/],
  ['token of a package registry', /\bnpm_[A-Za-z0-9]{36}\b|\/\/[^\s]+:_authToken=\S{8,}/],
  ['JSON web token', /\beyJ[A-Za-z0-9_-]{16,}\.eyJ[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/],
  [
    'address with a password',
    /\b(?:postgres(?:ql)?|smtps?|https?|redis|amqp):\/\/[^\s:@/'"`$<>{}]+:([^\s@/'"`$<>{}]{3,})@/,
  ],
  [
    'key of 256 bits',
    /\b(?:secret|token|password|passwort|key)\b["']?\s*[:=]\s*["'`]([A-Za-z0-9_-]{43}|[0-9a-f]{64})["'`]/i,
  ],
  ['password', /\b\w*(?:password|passwort|passwd)["']?\s*[:=]\s*["'`]([^"'`\s${}]{8,})["'`]/i],
];

/** Known to everybody and worth nothing: the demo's password, placeholders, fixed values of tests. */
const HARMLESS = [
  /Demo-Zugang-2026!/,
  /nur-fuer-die-demo/,
  /^(?:password|passwort|geheim|secret|falsch\S*|wrong\S*|xxx+|\*+|…|name|benutzer|user|pw|pass)$/i,
];

const NOBODYS = /^([a-z0-9-]+\.)*(example|test|invalid)\b/i;

/** In tests a password is typed into forms, and keys are made of one repeated letter. */
const IN_TESTS = new Set(['password', 'key of 256 bits']);
const isTest = (/** @type {string} */ file) => /\.spec\.(ts|mjs)$|\/testing\/|-e2e\//.test(file);

/** @param {string} file @param {string} text @returns {Finding[]} */
export function secretFindings(file, text) {
  const forms = FORMS.filter(([kind]) => !(isTest(file) && IN_TESTS.has(String(kind))));
  return text.split('\n').flatMap((line, index) => {
    if (line.length > 5_000) return [];
    return forms.flatMap(([kind, form]) => {
      const match = /** @type {RegExp} */ (form).exec(line);
      const value = match?.[1] ?? match?.[0] ?? '';
      if (!match || HARMLESS.some((each) => each.test(value))) return [];
      // Names nobody can own (RFC 2606): there is no such server.
      if (kind === 'address with a password' && NOBODYS.test(line.slice(match.index + match[0].length))) return [];
      return [{ file, line: index + 1, kind: String(kind) }];
    });
  });
}
