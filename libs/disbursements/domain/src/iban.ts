/** Capitals without spaces, as stored. */
export function normalizeIban(text: string): string {
  return text.replace(/[\s\u00a0]/g, '').toUpperCase();
}

/** Shape, the German length of 22, and the check digits (ISO 13616, mod 97). */
export function isIban(text: string): boolean {
  const iban = normalizeIban(text);
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban) || (iban.startsWith('DE') && !/^DE\d{20}$/.test(iban))) return false;
  const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

/** Groups of four for reading: `DE89 3704 0044 0532 0130 00`. */
export function formatIban(iban: string): string {
  return normalizeIban(iban).replace(/(.{4})(?=.)/g, '$1 ');
}
