/**
 * The keys of the voice, for a keyboard and for tactile keypads, which send whatever keys they are
 * told to. `plugged` and `unplugged` are what a keypad with a socket sends for its headset.
 */
export const GUIDE_KEYS = {
  toggle: 'F2',
  repeat: 'F3',
  pause: 'F4',
  slower: 'F5',
  faster: 'F6',
  quieter: 'F7',
  louder: 'F8',
  dark: 'F9',
  plugged: 'F15',
  unplugged: 'F16',
} as const;
export type GuideKey = keyof typeof GUIDE_KEYS;
