import type { ReactNode } from 'react';
import { type DrawingName, Icon } from '../ui/icon.tsx';
import { spokenAttribute, type Words } from '../ui/words.tsx';

export interface ActionButtonProps {
  readonly words: Words;
  /** Not needed where the button sends a form. */
  readonly onPress?: () => void;
  readonly isSubmit?: boolean;
  /** `main`: the workplace's one main action. `strong`: the same in a dialog. */
  readonly variant: 'main' | 'strong' | 'side' | 'plain';
  readonly icon?: DrawingName;
  /** A second, smaller line: what is missing before it can be pressed. */
  readonly line?: Words | null;
  /** The function key that does the same, shown on the button. */
  readonly shortcut?: string;
  /**
   * Not to be pressed now. It keeps the focus: a person on the keyboard must not be thrown to the
   * top of the page because a command is under way.
   */
  readonly isDisabled?: boolean;
  readonly isBusy?: boolean;
  readonly className?: string;
}

/** A command at the desk: words, and its key. */
export function ActionButton(props: ActionButtonProps): ReactNode {
  const { words, icon, line = null, shortcut, isDisabled = false, isBusy = false } = props;
  return (
    <button
      type={props.isSubmit === true ? 'submit' : 'button'}
      className={`action action--${props.variant} ${props.className ?? ''}`}
      aria-disabled={isDisabled || isBusy}
      aria-keyshortcuts={shortcut}
      data-busy={isBusy || undefined}
      onClick={(event) => {
        // The second click of a double click is the same intention.
        if (isDisabled || isBusy || event.detail > 1) event.preventDefault();
        else props.onPress?.();
      }}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      <span className="action__words">
        <span {...spokenAttribute(words)}>{words.text}</span>
        {line === null ? null : (
          <span className="action__line" {...spokenAttribute(line)}>
            {line.text}
          </span>
        )}
      </span>
      {shortcut === undefined ? null : (
        <span className="action__key" aria-hidden="true">
          {shortcut}
        </span>
      )}
    </button>
  );
}
