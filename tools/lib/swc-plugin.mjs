import { readFile } from 'node:fs/promises';
import { transform } from '@swc/core';
import { inRoot, root } from './root.mjs';

/** The same settings as in jest.config.mjs: what the tests run is what the bundle runs. */
const SWC = {
  swcrc: false,
  configFile: false,
  sourceMaps: 'inline',
  inlineSourcesContent: true,
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: { type: 'es6' },
};

/**
 * Runs swc over our TypeScript, because esbuild alone does not write the decorator metadata
 * that Nest's injection and TypeORM's columns read.
 *
 * @returns {import('esbuild').Plugin}
 */
export function swcDecorators() {
  return {
    name: 'swc-decorators',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        if (path.includes('/node_modules/')) return undefined;
        const source = await readFile(path, 'utf8');
        const transformed = await transform(source, { ...SWC, filename: path, sourceFileName: path }).catch(readable);
        if (transformed.errors) return transformed;
        // Loader "ts" lets esbuild forgive imports of pure types, which leave no export behind.
        return { contents: transformed.code, loader: 'ts' };
      });
    },
  };
}

/** What swc says without the trace of its own inside. @param {Error} error */
function readable(error) {
  return { errors: [{ text: error.message.split('\n\nCaused by')[0]?.trim() }] };
}

/**
 * Resolves `@wir/*` by the paths of tsconfig.base.json; everything else that looks like a package stays external.
 *
 * @param {Record<string, string[]>} paths
 * @returns {import('esbuild').Plugin}
 */
export function workspaceAliases(paths) {
  return {
    name: 'workspace-aliases',
    setup(build) {
      build.onResolve({ filter: /^@wir\// }, ({ path }) => {
        const target = paths[path]?.[0];
        if (target) return { path: inRoot(target) };
        return { errors: [{ text: `"${path}" is not a path of tsconfig.base.json (in ${root})` }] };
      });
    },
  };
}
