/**
 * Brings the fonts of the other scripts. The first screen is in Latin letters, but for the names of
 * four languages: it does not wait for over a hundred slices of fonts.
 */
export function loadWorldFonts(): void {
  // A sheet that does not come leaves the system's own fonts.
  import('../ui/world-fonts.css').catch(() => undefined);
}
