import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setImmediate as nextTask } from 'node:timers/promises';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { inRoot } from '../lib/root.mjs';
import { importWithSources } from './setup/bundle.mjs';

const TEMPLATES = inRoot('libs/documents/templates');
const FONTS = ['400Regular/FiraSans_400Regular', '500Medium/FiraSans_500Medium', '600SemiBold/FiraSans_600SemiBold'];
const CREATED = new Date('2026-03-02T09:00:00+01:00');
const CACHE_AGE = 3;

/**
 * Letters per second: the product's renderer (text made printable, compiled, exported as PDF/UA-1 to prove it accessible
 * and as PDF/A-2a to be kept, hashed) against one Typst compilation of the same template and data with one export.
 *
 * @param {{ rounds: number, letters: number }} effort
 * @returns {Promise<import('./compare.mjs').Rates[]>}
 */
export async function compareLetters({ rounds, letters }) {
  const { createRenderer, letter } = await importWithSources('setup/letters.mjs');
  const renderer = createRenderer(TEMPLATES);
  const sides = {
    portal: (data) => renderer.render('award-notice', data, { draft: false, createdAt: CREATED }),
    bare: bareTypst(),
  };
  let number = 0;
  const rate = async (name, count) => {
    const first = number;
    number += count;
    const started = performance.now();
    for (let each = 0; each < count; each += 1) await sides[name](letter(first + each));
    return (count * 1000) / (performance.now() - started);
  };
  for (const name of ['portal', 'bare']) await rate(name, 5);
  const measured = [];
  for (let round = 0; round < rounds; round += 1) {
    const rates = { portal: 0, bare: 0 };
    for (const name of round % 2 === 0 ? ['portal', 'bare'] : ['bare', 'portal'])
      rates[name] = await rate(name, letters);
    measured.push(rates);
  }
  return measured;
}

function bareTypst() {
  const { resolve } = createRequire(import.meta.url);
  const fontBlobs = FONTS.map((name) => readFileSync(resolve(`@expo-google-fonts/fira-sans/${name}.ttf`)));
  const compiler = NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontBlobs }] });
  const mainFilePath = `${TEMPLATES}/award-notice.typ`;
  return async (data) => {
    const inputs = { data: JSON.stringify(data), draft: 'false', 'created-at': CREATED.toISOString() };
    const { result } = compiler.compile({ mainFilePath, inputs });
    if (!result) throw new Error('Die Vorlage lässt sich nicht übersetzen');
    compiler.pdf(result, { pdfStandard: 'a-2a', creationTimestamp: Math.floor(CREATED.getTime() / 1000) });
    compiler.evictCache(CACHE_AGE);
    await nextTask();
  };
}
