import { enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';

// Before anything else is loaded: compiled code of the packages is kept for the next start.
enableCompileCache();
// Loading makes much garbage once; it must not make V8 keep a large young generation for ever (17 MiB).
setFlagsFromString('--semi-space-growth-factor=1');
const { run } = await import('./run');
await run(process.argv.slice(2));
setFlagsFromString('--semi-space-growth-factor=2');
