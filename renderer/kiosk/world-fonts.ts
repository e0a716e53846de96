/**
 * Brings the fonts of the other scripts once the next screen is painted. The first is in Latin letters,
 * but for the names of four languages: it does not wait for over a hundred slices of fonts.
 */
export function loadWorldFontsAfterPaint(): void {
  // The second frame begins once the first is painted.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      // A sheet that does not come leaves the system's own fonts.
      import('../ui/world-fonts.css').catch(() => undefined);
    }),
  );
}
