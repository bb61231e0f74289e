import { foldedWord } from '@wir/identity/domain';

let words: Promise<ReadonlySet<string>> | null = null;

/**
 * About 50,000 leaked passwords and 4,000 German names, from the language packs of zxcvbn-ts: checked offline. Loaded when
 * the first password is set, since most processes never need them.
 */
export function listedPasswords(): Promise<ReadonlySet<string>> {
  words ??= load();
  return words;
}

async function load(): Promise<ReadonlySet<string>> {
  const [common, german] = await Promise.all([import('@zxcvbn-ts/language-common'), import('@zxcvbn-ts/language-de')]);
  const { firstnames, lastnames } = german.dictionary;
  return new Set([common.dictionary['passwords-common'], firstnames, lastnames].flat().map(foldedWord));
}
