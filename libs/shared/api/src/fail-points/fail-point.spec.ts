import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** As tools/build-api.mjs bundles it. */
function bundled(faultPoints: boolean): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, 'fail-point.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    keepNames: true,
    define: { WIR_FAULT_POINTS: String(faultPoints) },
  });
  return outputFiles.map(({ text }) => text).join('');
}

describe('a place where the fault tests kill the process', () => {
  it('is not in the bundle that is operated', () => {
    expect(bundled(false)).not.toMatch(/FAILPOINT|SIGKILL|process\.kill/);
  });

  it('is in the bundle of the fault tests', () => {
    expect(bundled(true)).toMatch(/FAILPOINT[^]*SIGKILL/);
  });
});
