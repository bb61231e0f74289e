/** Apps and mails show codes in groups; people type or paste them with the gaps. */
export function plainCode(typed: string): string {
  return typed.replace(/[\s\u00a0]/g, '');
}

export function isTotp(typed: string): boolean {
  return /^\d{6}$/.test(plainCode(typed));
}

/** In groups of four, for reading aloud and typing over. */
export function inGroups(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}
