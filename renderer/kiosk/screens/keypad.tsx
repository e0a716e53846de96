import './key.css';
import './keypad.css';
import type { ReactNode } from 'react';
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
