import { buildConsoleWhenStale } from '../lib/builds.mjs';
import { refuse } from '../lib/terminal.mjs';

try {
  const built = await buildConsoleWhenStale();
  process.stdout.write(built ? 'built\n' : 'up to date\n');
} catch (error) {
  process.exitCode = refuse(error);
}
