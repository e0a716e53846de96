import type { ReactNode } from 'react';
import { Button, MenuTrigger, Popover } from 'react-aria-components';
import type { Phrase } from '../text/phrase.ts';
import { Icon } from '../ui/icon.tsx';
import { spokenAttribute } from '../ui/words.tsx';
import { ChoiceMenu, type MenuGroup } from './choice-menu.tsx';

export interface MenuButtonProps {
  readonly words: Phrase;
  readonly variant: 'side' | 'plain';
  readonly groups: readonly MenuGroup[];
}

/** A button that asks one more thing before anything happens. */
export function MenuButton({ words, variant, groups }: MenuButtonProps): ReactNode {
  return (
    <MenuTrigger>
      <Button className={`action action--${variant}`}>
        <span className="action__words" {...spokenAttribute(words)}>
          {words.text}
        </span>
        <Icon name="down" className="action__opens" />
      </Button>
      <Popover className="menu-ground" placement="bottom end">
        <ChoiceMenu label={words.text} groups={groups} />
      </Popover>
    </MenuTrigger>
  );
}
