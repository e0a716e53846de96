/** The part of Electron's Input that the filter looks at. */
export interface KeyInput {
  readonly key: string;
  readonly control: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
}

/**
 * The keys of a person who uses the kiosk without touching it (EN 301 549, 5.1.6), and of tactile
 * keypads and switches that pass for keyboards. `renderer/ui/keys.ts` says what each does.
 */
const kioskKeys = new Set([
  'Tab',
  'Enter',
  'Escape',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'PageUp',
  'PageDown',
  // Without Ctrl or Alt none of these does anything in a window without menus.
  ...['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'F15', 'F16'],
  // Takes back what was typed of a code.
  'Backspace',
  // Alone it does nothing; with Tab it goes backwards, and readers of codes type capitals with it.
  'Shift',
]);

/**
 * Whether a key types one character: of an appointment's code, by a keyboard or a reader. Pages
 * have no field that would take anything else.
 */
function isCharacter(key: string): boolean {
  return [...key].length === 1;
}

/** Whether a key may reach a kiosk's or a board's page: nothing of Chromium's or the system's own. */
export function mayReachPage({ key, control, alt, meta }: KeyInput): boolean {
  return !control && !alt && !meta && (kioskKeys.has(key) || isCharacter(key));
}
