import type { ReactNode } from 'react';
import type { KioskTheme } from '../../ui/themes/themes.ts';
import { useKiosk } from '../kiosk-context.ts';
import { Choice, Choices } from './choice.tsx';

const THEMES = [
  { theme: 'light', key: 'kiosk.display.themeLight' },
  { theme: 'contrast-light', key: 'kiosk.display.themeContrastLight' },
  { theme: 'contrast-dark', key: 'kiosk.display.themeContrastDark' },
  { theme: 'low', key: 'kiosk.display.themeLow' },
] as const satisfies readonly { theme: KioskTheme; key: string }[];

/** Four themes, each shown by a small screen in its own colours. */
export function ThemeSection(): ReactNode {
  const { texts, journey, act } = useKiosk();
  return (
    <Choices title={texts.phrase('kiosk.display.theme')}>
      {THEMES.map(({ theme, key }) => (
        <Choice
          key={theme}
          words={texts.phrase(key)}
          isChosen={journey.display.theme === theme}
          onChoose={() => act({ type: 'displayChanged', change: { theme } })}
          sample={<Miniature theme={theme} />}
        />
      ))}
    </Choices>
  );
}

function Miniature({ theme }: { theme: KioskTheme }): ReactNode {
  return (
    <span className="miniature" data-theme={theme}>
      <span className="miniature__head" />
      <span className="miniature__word">Aa</span>
      <span className="miniature__button" />
    </span>
  );
}
