/** A reason not to go on that the person at the keyboard can do something about: shown as one sentence, no stack. */
export class Refusal extends Error {
  /** @param {string} message @param {number} [exitCode] */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** @param {unknown} error @returns {number} the exit code */
export function refuse(error) {
  if (error instanceof Refusal) {
    process.stderr.write(`\n✗ ${error.message}\n`);
    return error.exitCode;
  }
  process.stderr.write(`\n✗ ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 1;
}

/** @param {string} text @returns {void} */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** @param {number} started of `performance.now()` @returns {string} */
export function secondsSince(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

/**
 * Runs one step with a line at its start and its end. Long steps say every ten seconds that they are alive,
 * because a silent terminal looks like a hanging one.
 *
 * @template T
 * @param {string} title
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const started = performance.now();
  say(`▸ ${title} …`);
  const heartbeat = setInterval(() => say(`  … ${title}: ${secondsSince(started)}`), 10_000);
  heartbeat.unref();
  try {
    const result = await work();
    say(`✓ ${title} (${secondsSince(started)})`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}
