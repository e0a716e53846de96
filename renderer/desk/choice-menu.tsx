import './choice-menu.css';
import type { ReactNode } from 'react';
import { Header, Menu, MenuItem, MenuSection } from 'react-aria-components';
import type { Phrase } from '../text/phrase.ts';
import { spokenAttribute } from '../ui/words.tsx';

/** One thing to choose; the choice is carried out at once. */
export interface MenuChoice {
  readonly id: string;
  readonly words: Phrase;
  /** A second, quieter line: what one should know before choosing. */
  readonly line?: Phrase;
  readonly onChosen: () => void;
}

/** Choices that belong together. */
export interface MenuGroup {
  readonly id: string;
  /** Null for the first ones, which need none. */
  readonly title: Phrase | null;
  readonly choices: readonly MenuChoice[];
}

export interface ChoiceMenuProps {
  /** For who cannot see what the menu belongs to. */
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  /** Needed where no button opened the menu. */
  readonly onClose?: () => void;
}

/** A list of choices that opens over the page; arrows move, Enter chooses, Esc closes. */
export function ChoiceMenu({ label, groups, onClose }: ChoiceMenuProps): ReactNode {
  return (
    <Menu
      className="menu"
      aria-label={label}
      autoFocus="first"
      {...(onClose === undefined ? {} : { onClose })}
    >
      {groups
        .filter((group) => group.choices.length > 0)
        .map((group) => (
          <MenuSection
            key={group.id}
            id={group.id}
            className="menu__group"
            {...(group.title === null ? { 'aria-label': label } : {})}
          >
            {group.title === null ? null : (
              <Header className="menu__title">{group.title.text}</Header>
            )}
            {group.choices.map((choice) => (
              <MenuItem
                key={choice.id}
                id={choice.id}
                className="menu__choice"
                textValue={choice.words.text}
                onAction={choice.onChosen}
              >
                <span {...spokenAttribute(choice.words)}>{choice.words.text}</span>
                {choice.line === undefined ? null : (
                  <span className="menu__line" {...spokenAttribute(choice.line)}>
                    {choice.line.text}
                  </span>
                )}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
    </Menu>
  );
}
