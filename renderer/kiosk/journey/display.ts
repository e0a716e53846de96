import type { TextSize } from '../../ui/sizing.ts';
import type { KioskTheme } from '../../ui/themes/themes.ts';

/** How a person wants to see the screen. Theirs alone: it goes with them. */
export interface Display {
  readonly textSize: TextSize;
  readonly theme: KioskTheme;
  /** Everything that is touched lies in the band that one reaches while sitting. */
  readonly isLow: boolean;
}

/** How everybody finds the screen. */
export const USUAL_DISPLAY: Display = { textSize: 'standard', theme: 'light', isLow: false };

export function isUsual({ textSize, theme, isLow }: Display): boolean {
  return (
    textSize === USUAL_DISPLAY.textSize &&
    theme === USUAL_DISPLAY.theme &&
    isLow === USUAL_DISPLAY.isLow
  );
}
