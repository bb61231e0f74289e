import { commandOf, isAlive, parentOf } from './processes.mjs';

/**
 * Calls back once when whoever started this process is gone without a word: the bootstrap (its channel closes)
 * or npm (killed hard, it cannot pass the signal on). A portal nobody can stop any more would block the next start.
 *
 * @param {() => void} callback
 * @returns {void}
 */
export function onOrphaned(callback) {
  let told = false;
  const tell = () => {
    if (!told) callback();
    told = true;
  };
  if (process.channel) {
    process.channel.unref();
    process.once('disconnect', tell);
  }
  const watched = npmAncestors();
  if (watched.length === 0) return;
  const timer = setInterval(() => {
    if (watched.every(isAlive)) return;
    clearInterval(timer);
    tell();
  }, 500);
  timer.unref();
}

/** @returns {readonly number[]} npm, and the shell it may have put in between; nothing when not started by npm */
function npmAncestors() {
  if (!process.env['npm_lifecycle_event'] || process.env['WIR_WATCHED']) return [];
  process.env['WIR_WATCHED'] = '1';
  const parent = process.ppid;
  const grandparent = /(^|\/)(sh|dash|bash|ash|zsh)\s/.test(commandOf(parent)) ? parentOf(parent) : undefined;
  return [parent, grandparent].filter((pid) => pid !== undefined && pid > 1);
}
