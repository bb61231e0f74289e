/** A wrong setting stops the start; the message is one German sentence that names it. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}
