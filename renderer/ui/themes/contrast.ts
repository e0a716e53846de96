import type { KioskTheme } from './themes.ts';

/** The roles of a theme: the names of its CSS custom properties, without the two dashes. */
export const ROLES = [
  'surface',
  'surface-soft',
  'surface-tint',
  'text',
  'text-muted',
  'primary',
  'primary-deep',
  'on-primary',
  'deep',
  'on-deep',
  'on-deep-muted',
  'picture',
  'line',
  'line-soft',
  'off',
  'focus',
  'focus-halo',
  'danger',
  'danger-surface',
  'success',
  'success-surface',
  'warning',
  'warning-surface',
] as const;

export type Role = (typeof ROLES)[number];

/** Two roles that meet on screen: words on a ground, or something else that must be seen there. */
export interface RolePair {
  readonly kind: 'text' | 'graphic';
  readonly front: Role;
  readonly back: Role;
}

function pairs(kind: RolePair['kind'], front: Role, backs: readonly Role[]): RolePair[] {
  return backs.map((back) => ({ kind, front, back }));
}

/** Every pair a component may use. A pair that is not here may not be used. */
export const ROLE_PAIRS: readonly RolePair[] = [
  ...pairs('text', 'text', ['surface', 'surface-soft', 'surface-tint']),
  ...pairs('text', 'text', ['danger-surface', 'success-surface', 'warning-surface']),
  ...pairs('text', 'text-muted', ['surface', 'surface-soft', 'surface-tint']),
  ...pairs('text', 'primary', ['surface', 'surface-soft']),
  ...pairs('text', 'primary-deep', ['surface', 'surface-soft', 'surface-tint']),
  ...pairs('text', 'on-primary', ['primary', 'primary-deep']),
  ...pairs('text', 'on-deep', ['deep']),
  ...pairs('text', 'on-deep-muted', ['deep']),
  // What is pressed on the deep ground turns its colours over.
  ...pairs('text', 'deep', ['on-deep']),
  ...pairs('text', 'danger', ['surface', 'surface-soft', 'danger-surface']),
  ...pairs('text', 'success', ['surface', 'surface-soft', 'success-surface']),
  ...pairs('text', 'warning', ['surface', 'surface-soft', 'warning-surface']),
  ...pairs('graphic', 'primary', ['surface-tint']),
  ...pairs('graphic', 'picture', ['deep']),
  ...pairs('graphic', 'line', ['surface', 'surface-soft', 'surface-tint']),
  ...pairs('graphic', 'off', ['surface', 'surface-soft']),
  ...pairs('graphic', 'focus', ['focus-halo']),
];

/** Where the focus may be: one of its two rings is seen on each (`base.css`). */
export const FOCUS_GROUNDS: readonly Role[] = [
  'surface',
  'surface-soft',
  'surface-tint',
  'primary',
  'primary-deep',
  'deep',
];

/** Between which contrast ratios a theme keeps its text, and what all the rest has at least. */
export interface ContrastLimits {
  readonly text: { readonly least: number; readonly most: number };
  readonly graphic: number;
}

/** WCAG 2.2, 1.4.6 (AAA) for text; 1.4.11 for what is needed to understand or to operate. */
const USUAL: ContrastLimits = { text: { least: 7, most: 21 }, graphic: 3 };

/** More than twice what WCAG's highest level asks. */
const HIGH: ContrastLimits = { text: { least: 15, most: 21 }, graphic: 4.5 };

/** From WCAG 2.2, 1.4.3 (AA) up to where contrast begins to hurt those whom light hurts. */
const LOW: ContrastLimits = { text: { least: 4.5, most: 7 }, graphic: 3 };

/** Each theme's file, and what it promises. */
export const THEME_LIMITS = {
  light: USUAL,
  dark: USUAL,
  'contrast-light': HIGH,
  'contrast-dark': HIGH,
  low: LOW,
} as const satisfies Record<KioskTheme | 'dark', ContrastLimits>;

function channelLuminance(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/**
 * Relative luminance of a colour written `#rrggbb` (WCAG 2.2, "relative luminance").
 * @throws RangeError when the colour is written otherwise.
 */
function relativeLuminance(colour: string): number {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (match === null) throw new RangeError(`"${colour}" is not written #rrggbb`);
  const [red = 0, green = 0, blue = 0] = match
    .slice(1)
    .map((pair) => channelLuminance(Number.parseInt(pair, 16)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastRatio(first: string, second: string): number {
  const a = relativeLuminance(first);
  const b = relativeLuminance(second);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
