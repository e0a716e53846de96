/**
 * A name as it is compared: small letters without accents, words apart. "Ca’ Granda" and "CA GRANDA"
 * are the same place, and nobody has to find an accent on the keys.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
