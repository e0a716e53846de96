import './tile.css';
import type { ReactNode } from 'react';
import { Button as AriaButton, ToggleButton } from 'react-aria-components';
import { type DrawingName, Icon } from './icon.tsx';
import { Say, spokenAttribute, type Words } from './words.tsx';

interface TileWords {
  readonly label: Words;
  /** One line that explains, or says where it leads. */
  readonly line?: Words;
  /** What the touch leads to, where the line says something else. */
  readonly leads?: Words;
  readonly icon?: DrawingName;
}

export interface TileProps extends TileWords {
  readonly onPress: () => void;
  /** `primary`: the one step that most people take here. `soft`: beside the main choices. */
  readonly variant?: 'choice' | 'soft' | 'primary';
  /** The sign at the end: where the touch leads. */
  readonly sign?: DrawingName | null;
  /** A way back: lower than a choice. */
  readonly isCompact?: boolean;
  /** The largest thing on the screen. */
  readonly isHero?: boolean;
  readonly isDisabled?: boolean;
  /** Marks what its name tells of the person, for the voice. */
  readonly 'data-personal'?: true;
}

function Italian({ words }: { words: Words }): ReactNode {
  return words.italian ? (
    <span className="tile__italian" lang="it" dir="ltr">
      {' '}
      {words.italian.text}
    </span>
  ) : null;
}

function TileBody({ label, line, leads, icon }: TileWords): ReactNode {
  return (
    <>
      {icon === undefined ? null : (
        <span className="tile__drawing">
          <Icon name={icon} />
        </span>
      )}
      <span className="tile__words">
        <span className="tile__label">
          <Say words={label} />
          <Italian words={label} />
        </span>
        {line === undefined ? null : (
          <span className="tile__line">
            <Say words={line} />
            <Italian words={line} />
          </span>
        )}
        {leads === undefined ? null : (
          <span className="tile__leads" {...spokenAttribute(leads)}>
            {leads.text}
          </span>
        )}
      </span>
    </>
  );
}

/** A choice as wide as the page: pictogram, label of a few words, one line that explains. */
export function Tile(props: TileProps): ReactNode {
  const { variant = 'choice', sign = 'chevron' } = props;
  return (
    <AriaButton
      className={`tile tile--${variant}${props.isCompact === true ? ' tile--compact' : ''}${props.isHero === true ? ' tile--hero' : ''}`}
      onPress={props.onPress}
      isDisabled={props.isDisabled ?? false}
      data-personal={props['data-personal']}
    >
      <TileBody {...props} />
      {sign === null ? null : <Icon name={sign} className="tile__sign" />}
    </AriaButton>
  );
}

export interface ToggleTileProps extends TileWords {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** A wish that can be said or taken back: a box with a tick, never colour alone. */
export function ToggleTile(props: ToggleTileProps): ReactNode {
  return (
    <ToggleButton className="tile tile--toggle" isSelected={props.isOn} onChange={props.onChange}>
      <span className="tile__box">
        <Icon name="check" />
      </span>
      <TileBody {...props} />
    </ToggleButton>
  );
}

/** Tiles under each other, or side by side where the panel is wide. */
export function Tiles({
  children,
  columns = 1,
}: {
  children: ReactNode;
  /** Columns on a landscape panel; a portrait panel has one. */
  columns?: 1 | 2;
}): ReactNode {
  return <div className={`tiles tiles--${columns}`}>{children}</div>;
}
