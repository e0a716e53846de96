import type { ReactNode } from 'react';
import { type DrawingName, Icon } from '../ui/icon.tsx';
import { spokenAttribute, type Words } from '../ui/words.tsx';

export interface ActionButtonProps {
  readonly words: Words;
  readonly onPress: () => void;
  readonly variant: 'main' | 'side' | 'plain';
  readonly icon?: DrawingName;
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
  const { words, icon, shortcut, isDisabled = false, isBusy = false } = props;
  return (
    <button
      type="button"
      className={`action action--${props.variant} ${props.className ?? ''}`}
      aria-disabled={isDisabled || isBusy}
      aria-keyshortcuts={shortcut}
      data-busy={isBusy || undefined}
      onClick={(event) => {
        // The second click of a double click is the same intention.
        if (isDisabled || isBusy || event.detail > 1) return;
        props.onPress();
      }}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      <span className="action__words" {...spokenAttribute(words)}>
        {words.text}
      </span>
      {shortcut === undefined ? null : (
        <span className="action__key" aria-hidden="true">
          {shortcut}
        </span>
      )}
    </button>
  );
}
