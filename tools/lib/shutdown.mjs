import { onOrphaned } from './orphaned.mjs';

/**
 * Collects what must be undone at the end, and undoes it in reverse order exactly once: on Ctrl-C, on a signal,
 * when the parent is gone, or when a step fails.
 */
export class Shutdown {
  /** @type {(() => Promise<void> | void)[]} */
  #undo = [];
  /** @type {Promise<void> | undefined} */
  #running;
  #asked = Promise.withResolvers();

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => this.ask());
    onOrphaned(() => this.ask());
  }

  /** Resolves when somebody wants the end. @returns {Promise<void>} */
  get asked() {
    return this.#asked.promise;
  }

  /** @type {boolean} */
  isAsked = false;

  ask() {
    this.isAsked = true;
    this.#asked.resolve(undefined);
  }

  /** @param {() => Promise<void> | void} work @returns {void} */
  defer(work) {
    this.#undo.push(work);
  }

  /** @returns {Promise<void>} */
  run() {
    this.#running ??= (async () => {
      for (const work of this.#undo.reverse()) await work();
    })();
    return this.#running;
  }
}
