import './button.css';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { type DrawingName, Icon } from './icon.tsx';
import { spokenAttribute, type Words } from './words.tsx';

export interface ButtonProps {
  readonly words: Words;
  readonly onPress: () => void;
  /** `primary`: the one thing to do here. `quiet`: no box until touched. */
  readonly variant?: 'primary' | 'secondary' | 'quiet';
  readonly size?: 'medium' | 'large';
  readonly icon?: DrawingName;
  readonly iconAfter?: DrawingName;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  readonly className?: string;
  readonly type?: 'button' | 'submit';
  /** BCP 47, where the words are in another language than the page. */
  readonly lang?: string;
}

/** A button of words, at least 12.7 mm high on a kiosk. */
export function Button(props: ButtonProps): ReactNode {
  const { words, variant = 'secondary', size = 'medium', icon, iconAfter } = props;
  return (
    <AriaButton
      className={`button button--${variant} button--${size} ${props.className ?? ''}`}
      onPress={props.onPress}
      type={props.type ?? 'button'}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      <span className="button__label" lang={props.lang} {...spokenAttribute(words)}>
        {words.text}
      </span>
      {iconAfter === undefined ? null : <Icon name={iconAfter} />}
    </AriaButton>
  );
}
