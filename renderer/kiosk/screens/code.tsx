import './code.css';
import { type ReactNode, useEffect } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Icon } from '../../ui/icon.tsx';
import { Tile, Tiles } from '../../ui/tile.tsx';
import { Say, spokenAttribute } from '../../ui/words.tsx';
import { isCodeComplete } from '../journey/code.ts';
import { useKiosk } from '../kiosk-context.ts';
import { useScan } from '../use-scan.ts';
import { Page, personalAttribute } from './page.tsx';

/** As on the keyboards that people know: digits above, letters below. */
const ROWS = ['1234567890', 'QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'] as const;

/** More characters than this are written smaller, to stay on one line. */
const LONGEST_LARGE = 16;

/** The code of an appointment: by touch, by keyboard, or by a reader. */
export function CodeScreen(): ReactNode {
  const { texts, journey, act } = useKiosk();
  useScan((text) => act({ type: 'codeScanned', text }));
  useTyping();
  return (
    <Page
      title={texts.phrase('kiosk.code.title')}
      help={texts.phrase('kiosk.code.help')}
      actions={
        <Tiles columns={2}>
          <Tile
            variant="primary"
            isDisabled={!isCodeComplete(journey)}
            sign="forward"
            label={texts.phrase('kiosk.code.confirmLabel')}
            line={texts.phrase('kiosk.code.confirmLine')}
            onPress={() => act({ type: 'codeConfirmed' })}
          />
          <Tile
            variant="soft"
            label={texts.phrase('kiosk.code.missingLabel')}
            line={texts.phrase('kiosk.code.missingLine')}
            onPress={() => act({ type: 'codeMissing' })}
          />
        </Tiles>
      }
    >
      <WrittenCode />
      <Keypad />
    </Page>
  );
}

/** What is written so far; a voice spells it. */
function WrittenCode(): ReactNode {
  const { texts, journey } = useKiosk();
  const { writtenCode, isScanUnreadable } = journey.answers;
  return (
    <div className="code-field" role="status" {...personalAttribute(true)}>
      {isScanUnreadable ? (
        <p className="code-field__problem">
          <Icon name="warning" />
          <Say words={texts.phrase('kiosk.code.unreadable')} />
        </p>
      ) : (
        <p>
          <span className="visually-hidden">
            {writtenCode === ''
              ? texts.t('kiosk.code.empty')
              : texts.t('kiosk.code.written', { code: [...writtenCode].join(' ') })}
          </span>
          <span
            className={`code-field__code code${writtenCode.length > LONGEST_LARGE ? ' code-field__code--long' : ''}`}
            aria-hidden="true"
          >
            {writtenCode}
          </span>
        </p>
      )}
    </div>
  );
}

function Keypad(): ReactNode {
  const { texts, act } = useKiosk();
  const erase = texts.phrase('kiosk.code.erase');
  return (
    // Latin letters and digits run from left to right in every language.
    <fieldset className="keypad" aria-label={texts.t('kiosk.code.keys')} dir="ltr">
      {ROWS.map((row) => (
        <div className="keypad__row" key={row}>
          {[...row].map((character) => (
            <AriaButton
              key={character}
              className="keypad__key code"
              onPress={() => act({ type: 'codeKeyPressed', character })}
            >
              {character}
            </AriaButton>
          ))}
          {row === ROWS.at(-1) ? (
            <AriaButton
              className="keypad__key keypad__key--erase"
              onPress={() => act({ type: 'codeKeyErased' })}
            >
              <Icon name="erase" />
              <span {...spokenAttribute(erase)}>{erase.text}</span>
            </AriaButton>
          ) : null}
        </div>
      ))}
    </fieldset>
  );
}

/** A keyboard writes the code without a field that would have to be found first. */
function useTyping(): void {
  const { act } = useKiosk();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      const isOnButton = event.target instanceof Element && event.target.closest('button') !== null;
      if (/^[0-9A-Za-z]$/.test(event.key)) {
        act({ type: 'codeKeyPressed', character: event.key.toUpperCase() });
      } else if (event.key === 'Backspace') {
        act({ type: 'codeKeyErased' });
      } else if (event.key === 'Enter' && !isOnButton) {
        act({ type: 'codeConfirmed' });
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [act]);
}
