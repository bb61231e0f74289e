/** Jest's global tear-down: ends the server of `start-postgres.mjs` and removes its folder. */
export default function stopPostgres() {
  globalThis.wirReleasePostgres?.();
  delete process.env['WIR_TEST_POSTGRES'];
}
