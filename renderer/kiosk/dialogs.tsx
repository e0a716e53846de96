import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { Say } from '../ui/words.tsx';
import { useKiosk } from './kiosk-context.ts';
import { KioskDialog } from './kiosk-dialog.tsx';

/** Languages, each under its own name; the screen stays where it is. */
export function LanguageDialog(): ReactNode {
  const { languages, texts, journey, act } = useKiosk();
  return (
    <KioskDialog
      icon="language"
      title={texts.phrase('common.languages.choose')}
      onClose={() => act({ type: 'choiceClosed' })}
    >
      <div className="language-list">
        {languages.map((language) => {
          const isCurrent = language.code === journey.language;
          return (
            <Button
              key={language.code}
              size="large"
              variant={isCurrent ? 'primary' : 'secondary'}
              {...(isCurrent ? { icon: 'check' as const } : {})}
              words={{ text: language.autonym, spoken: language.autonym }}
              lang={language.localeTag}
              onPress={() => act({ type: 'languageChosen', language: language.code })}
            />
          );
        })}
      </div>
    </KioskDialog>
  );
}

/**
 * Is the person still there? WCAG 2.2, 2.2.1: a warning, at least 20 seconds, and any touch gives
 * the whole time again, as often as wanted.
 */
export function IdleDialog({ secondsLeft }: { secondsLeft: number }): ReactNode {
  const { texts, act } = useKiosk();
  return (
    <KioskDialog
      icon="clock"
      role="alertdialog"
      title={texts.phrase('kiosk.idle.title')}
      onClose={() => act({ type: 'touched' })}
      actions={
        <>
          <Button
            size="large"
            variant="primary"
            autoFocus
            words={texts.phrase('kiosk.idle.stay')}
            onPress={() => act({ type: 'touched' })}
          />
          <Button
            size="large"
            words={texts.phrase('kiosk.idle.leave')}
            onPress={() => act({ type: 'clear' })}
          />
        </>
      }
    >
      <p className="idle__seconds code" aria-hidden="true">
        {secondsLeft}
      </p>
      <p className="idle__line">
        <Say words={texts.phrase('kiosk.idle.line', { count: secondsLeft })} />
      </p>
    </KioskDialog>
  );
}
