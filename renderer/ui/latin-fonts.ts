/** The weights in use (`fonts.css`). */
const WEIGHTS = [400, 600, 700];

/**
 * Takes the letters that came with the page into use before its first layout, which else asks the
 * system for a font to stand in, once for each size of text.
 */
export function loadLatinFonts({ fonts }: Document): void {
  for (const weight of WEIGHTS) {
    // A font that does not come leaves the system's own.
    fonts.load(`${weight} 1em "Titillium Web"`).catch(() => undefined);
  }
}
