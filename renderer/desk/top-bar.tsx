import { type ReactNode, useId } from 'react';
import type { Language, Notice } from '../../electron/contract/content.ts';
import type { Office, Session } from '../../electron/contract/operations.ts';
import { useText } from '../text/text-context.tsx';
import type { TextKey } from '../text/text-keys.ts';
import { ActionButton } from './action-button.tsx';
import { THEMES, type Theme } from './preferences.ts';
import { StaffNotice } from './staff-notice.tsx';

const THEME_TEXTS = {
  system: 'desk.session.themeSystem',
  light: 'desk.session.themeLight',
  dark: 'desk.session.themeDark',
} as const satisfies Record<Theme, TextKey>;

/** The languages there are, and how to change to one. */
export interface LanguageChoice {
  readonly all: readonly Language[];
  readonly onChosen: (code: string) => void;
}

export interface TopBarProps {
  readonly languages: LanguageChoice;
  /** The notice for who works here; null where the content has none. */
  readonly notice: Notice | null;
  readonly office: Office | null;
  /** Null before signing in. */
  readonly session: Session | null;
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
  readonly onRelease: () => void;
  readonly onSignOut: () => void;
  /** Leaving is refused while a person is at the counter. */
  readonly canRelease: boolean;
}

/** Where one is, who one is, and the way out. The same on every screen of the desk. */
export function TopBar(props: TopBarProps): ReactNode {
  const { office, session } = props;
  const texts = useText();
  const languageId = useId();
  const themeId = useId();
  return (
    <header className="bar">
      <div className="bar__place">
        {session?.counter === null || session === null ? null : (
          <p className="bar__counter">
            {texts.t('desk.counter.current', { counter: session.counter })}
          </p>
        )}
        <p className="bar__office">
          {office?.name ?? texts.t('common.serviceName')}
          {office?.isDemo === true ? (
            <span className="tag tag--demo">{texts.t('common.demoShort')}</span>
          ) : null}
        </p>
      </div>
      <div className="bar__choices">
        {props.notice === null ? null : <StaffNotice notice={props.notice} />}
        <label className="visually-hidden" htmlFor={languageId}>
          {texts.t('desk.session.language')}
        </label>
        <select
          id={languageId}
          className="choice"
          value={texts.language.code}
          onChange={(event) => props.languages.onChosen(event.target.value)}
        >
          {props.languages.all.map((known) => (
            <option key={known.code} value={known.code} lang={known.code}>
              {known.autonym}
            </option>
          ))}
        </select>
        <label className="visually-hidden" htmlFor={themeId}>
          {texts.t('desk.session.theme')}
        </label>
        <select
          id={themeId}
          className="choice"
          value={props.theme}
          onChange={(event) =>
            props.onTheme(THEMES.find((theme) => theme === event.target.value) ?? 'system')
          }
        >
          {THEMES.map((theme) => (
            <option key={theme} value={theme}>
              {texts.t(THEME_TEXTS[theme])}
            </option>
          ))}
        </select>
      </div>
      {session === null ? null : (
        <div className="bar__person">
          <p className="bar__name">{session.account.displayName}</p>
          {session.counter === null ? null : (
            <ActionButton
              variant="plain"
              words={texts.phrase('desk.counter.release')}
              isDisabled={!props.canRelease}
              onPress={props.onRelease}
            />
          )}
          <ActionButton
            variant="plain"
            words={texts.phrase('desk.session.signOut')}
            onPress={props.onSignOut}
          />
        </div>
      )}
    </header>
  );
}
