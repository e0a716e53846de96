import './frame-commands.css';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { type DrawingName, Icon } from './icon.tsx';
import { spokenAttribute, type Words } from './words.tsx';

/** One of the buttons below that never move. */
export interface FrameCommand {
  readonly id: string;
  readonly words: Words;
  readonly icon: DrawingName;
  readonly onPress: () => void;
  readonly isDisabled?: boolean;
  /** True while what it opens is in sight. */
  readonly isCurrent?: boolean;
}

/**
 * The commands at the foot of the frame, and of every dialog over it: the same place, whichever of
 * the two has them, for both are as large.
 */
export function FrameCommands(props: {
  readonly label: Words;
  readonly commands: readonly FrameCommand[];
}): ReactNode {
  return (
    <nav className="frame__commands" aria-label={props.label.text}>
      {props.commands.map((command) => (
        <AriaButton
          key={command.id}
          className={`frame__command frame__command--${command.id}`}
          onPress={command.onPress}
          isDisabled={command.isDisabled ?? false}
          aria-current={command.isCurrent === true ? 'true' : 'false'}
        >
          <Icon name={command.icon} />
          <span {...spokenAttribute(command.words)}>{command.words.text}</span>
        </AriaButton>
      ))}
    </nav>
  );
}
