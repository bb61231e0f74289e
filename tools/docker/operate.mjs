import { refuse, Refusal } from '../lib/terminal.mjs';

/**
 * Backup, restore and drill inside a container, where nothing is installed or built any more:
 * `docker compose run --rm -v ./backups:/backups prepare node tools/docker/operate.mjs backup --to /backups`
 */
const COMMANDS = {
  backup: () => import('../commands/backup.mjs'),
  restore: () => import('../commands/restore.mjs'),
  'restore-drill': () => import('../commands/restore-drill.mjs'),
};
const [name = '', ...args] = process.argv.slice(2);
try {
  const load = COMMANDS[name];
  if (!load) throw new Refusal(`Es gibt: ${Object.keys(COMMANDS).join(', ')}.`, 2);
  const { run } = await load();
  process.exit(await run(args));
} catch (error) {
  process.exit(refuse(error));
}
