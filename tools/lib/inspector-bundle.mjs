import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { REQUIRE_BANNER } from './bundled-packages.mjs';
import { inRoot, root } from './root.mjs';
import { workspaceAliases } from './swc-plugin.mjs';

/** The PDF library is made of hundreds of files, of which the inspection needs the parser. */
const PARSER_ONLY = {
  name: 'parser-only',
  setup(builder) {
    builder.onResolve({ filter: /^@cantoo\/pdf-lib$/ }, () => ({
      path: inRoot('node_modules/@cantoo/pdf-lib/es/index.js'),
      sideEffects: false,
    }));
  },
};

/** Nothing that reads a foreign file may speak to anybody: what could is not even in its bundle. */
const TALKATIVE =
  /^(node:)?(net|tls|http|https|http2|dgram|dns|dns\/promises|child_process|cluster|worker_threads|inspector|vm)$/;

function refuseNetwork({ outputs }) {
  const imports = Object.values(outputs).flatMap((output) => output.imports.map(({ path }) => path));
  const refused = imports.filter((path) => TALKATIVE.test(path));
  if (refused.length > 0) throw new Error(`The inspection of uploads must not load ${refused.join(', ')}`);
}

/**
 * One file with everything it needs: the child process may read no other, and starts in a tenth of a second.
 *
 * @param {string} outdir
 * @returns {Promise<void>}
 */
export async function buildInspector(outdir) {
  const { compilerOptions } = JSON.parse(readFileSync(inRoot('tsconfig.base.json'), 'utf8'));
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [inRoot('apps/api/src/inspect-upload.ts')],
    outfile: join(outdir, 'inspect-upload.mjs'),
    bundle: true,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: { js: REQUIRE_BANNER },
    keepNames: true,
    logLevel: 'silent',
    tsconfigRaw: { compilerOptions: {} },
    plugins: [PARSER_ONLY, workspaceAliases(compilerOptions.paths)],
  });
  refuseNetwork(metafile);
}
