/** The id React Aria looks for before it adds its own `<style>` (react-aria usePress, STYLE_ID). */
const STYLE_ID = 'react-aria-pressable-style';

/**
 * Claims the id of React Aria's style element, whose one rule is in base.css: an inline style
 * would break `style-src 'self'`. Call before the first render.
 */
export function claimPressStyle(page: Document): void {
  if (page.getElementById(STYLE_ID) !== null) return;
  const marker = page.createElement('meta');
  marker.id = STYLE_ID;
  page.head.append(marker);
}
