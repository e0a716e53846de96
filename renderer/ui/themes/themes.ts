/** The themes a person may choose at the kiosk; each is a style sheet of this folder. */
export const KIOSK_THEMES = ['light', 'contrast-light', 'contrast-dark', 'low'] as const;

export type KioskTheme = (typeof KIOSK_THEMES)[number];
