import { GUIDE_KEYS } from '../../contract/guide-keys.ts';

/** The part of Electron's Input that the filter looks at. */
export interface KeyInput {
  readonly key: string;
  readonly control: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
}

/**
 * The keys of a person who uses the kiosk without touching it (EN 301 549, 5.1.6): nothing to
 * type, nothing of Chromium's or the system's own.
 */
const kioskKeys = new Set([
  'Tab',
  'Enter',
  ' ',
  'Escape',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  // Alone it does nothing; with Tab it goes backwards.
  'Shift',
  ...Object.values(GUIDE_KEYS),
]);

/** Whether a key may reach a kiosk's or a board's page. */
export function mayReachPage(input: KeyInput): boolean {
  return !input.control && !input.alt && !input.meta && kioskKeys.has(input.key);
}
