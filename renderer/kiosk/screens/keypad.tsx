import './key.css';
import './keypad.css';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Phrase } from '../../text/phrase.ts';
import { Icon } from '../../ui/icon.tsx';
import { spokenAttribute } from '../../ui/words.tsx';

/** As on the keyboards that people know. */
const LETTERS = ['QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'] as const;
const DIGITS = '1234567890';

export interface KeypadProps {
  /** What the keys are for. */
  readonly label: string;
  readonly erase: Phrase;
  /** For names, which have several words and hardly ever a digit; codes have digits. */
  readonly space?: Phrase;
  readonly onKey: (character: string) => void;
  readonly onErase: () => void;
}

/** Large keys for letters, and for digits above them. */
export function Keypad({ label, erase, space, onKey, onErase }: KeypadProps): ReactNode {
  const rows = space === undefined ? [DIGITS, ...LETTERS] : LETTERS;
  return (
    // Latin letters and digits run from left to right in every language.
    <fieldset className="keypad" aria-label={label} dir="ltr">
      {rows.map((row) => (
        // Two switches stop at a row, and enter it: see renderer/ui/focus.ts.
        // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset would be drawn as one
        <div
          className="keypad__row"
          key={row}
          role="group"
          aria-label={[...row].join(' ')}
          tabIndex={-1}
          data-key-row
        >
          {[...row].map((character) => (
            <AriaButton
              key={character}
              className="key keypad__key code"
              onPress={() => onKey(character)}
            >
              {character}
            </AriaButton>
          ))}
          {row === rows.at(-1) ? (
            <AriaButton className="key keypad__key keypad__key--erase" onPress={onErase}>
              <Icon name="erase" />
              <span {...spokenAttribute(erase)}>{erase.text}</span>
            </AriaButton>
          ) : null}
        </div>
      ))}
      {space === undefined ? null : (
        <div className="keypad__row">
          <AriaButton className="key keypad__key keypad__key--space" onPress={() => onKey(' ')}>
            <span {...spokenAttribute(space)}>{space.text}</span>
          </AriaButton>
        </div>
      )}
    </fieldset>
  );
}

export interface Typing {
  /** Which keys write something. */
  readonly accepts: RegExp;
  readonly onKey: (character: string) => void;
  readonly onErase: () => void;
  readonly onEnter?: () => void;
}

/** A keyboard writes without a field that would have to be found first. */
export function useTyping({ accepts, onKey, onErase, onEnter }: Typing): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    const isOnButton = event.target instanceof Element && event.target.closest('button') !== null;
    // On a button, these two press it.
    if (isOnButton && (event.key === ' ' || event.key === 'Enter')) return;
    if (accepts.test(event.key)) {
      // A space would move the page away from what is written.
      event.preventDefault();
      onKey(event.key.toUpperCase());
    } else if (event.key === 'Backspace') onErase();
    else if (event.key === 'Enter') onEnter?.();
  });
  useEffect(() => {
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
}
