/** How the desk looks: as the computer is set, or as this person wants it on this computer. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const THEME_KEY = 'sportello.desk.theme';
const LANGUAGE_KEY = 'sportello.desk.language';

/** The theme chosen before; a browser that stores nothing is as good as one never used. */
export function storedTheme(storage: Storage): Theme {
  const stored = storage.getItem(THEME_KEY);
  return THEMES.find((theme) => theme === stored) ?? 'system';
}

export function storeTheme(storage: Storage, theme: Theme): void {
  storage.setItem(THEME_KEY, theme);
}

export function storedLanguage(storage: Storage): string | null {
  return storage.getItem(LANGUAGE_KEY);
}

export function storeLanguage(storage: Storage, language: string): void {
  storage.setItem(LANGUAGE_KEY, language);
}

/**
 * Shows the page in a theme, and for `system` follows the computer as it changes.
 * @returns a function that stops following.
 */
export function showTheme(page: Window, theme: Theme): () => void {
  const prefersDark = page.matchMedia('(prefers-color-scheme: dark)');
  const show = () => {
    const isDark = theme === 'dark' || (theme === 'system' && prefersDark.matches);
    page.document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  };
  show();
  prefersDark.addEventListener('change', show);
  return () => prefersDark.removeEventListener('change', show);
}
