import { enableCompileCache } from 'node:module';

// Before anything else is loaded: compiled code of the packages is kept for the next start.
enableCompileCache();
const { run } = await import('./run');
await run(process.argv.slice(2));
