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
  'on-primary-muted',
  'line',
  'line-soft',
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

/** Two roles that meet on screen, and the least ratio between them. */
export interface RolePair {
  readonly front: Role;
  readonly back: Role;
  readonly least: number;
}

/** WCAG 2.2, 1.4.6 (AAA): text. */
const TEXT = 7;
/** WCAG 2.2, 1.4.11: what is needed to understand or to operate, text aside. */
const GRAPHIC = 3;

function pairs(least: number, front: Role, backs: readonly Role[]): RolePair[] {
  return backs.map((back) => ({ front, back, least }));
}

/** Every pair a component may use. A pair that is not here may not be used. */
export const ROLE_PAIRS: readonly RolePair[] = [
  ...pairs(TEXT, 'text', ['surface', 'surface-soft', 'surface-tint']),
  ...pairs(TEXT, 'text', ['danger-surface', 'success-surface', 'warning-surface']),
  ...pairs(TEXT, 'text-muted', ['surface', 'surface-soft', 'surface-tint']),
  ...pairs(TEXT, 'primary', ['surface', 'surface-soft']),
  ...pairs(TEXT, 'primary-deep', ['surface', 'surface-soft', 'surface-tint']),
  ...pairs(TEXT, 'on-primary', ['primary', 'primary-deep']),
  ...pairs(TEXT, 'on-primary-muted', ['primary-deep']),
  ...pairs(TEXT, 'danger', ['surface', 'surface-soft', 'danger-surface']),
  ...pairs(TEXT, 'success', ['surface', 'surface-soft', 'success-surface']),
  ...pairs(TEXT, 'warning', ['surface', 'surface-soft', 'warning-surface']),
  ...pairs(GRAPHIC, 'line', ['surface', 'surface-soft', 'surface-tint']),
  ...pairs(GRAPHIC, 'focus', ['surface', 'surface-soft', 'surface-tint', 'focus-halo']),
  ...pairs(GRAPHIC, 'focus-halo', ['primary', 'primary-deep']),
];

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
