import './choice.css';
import { type ReactNode, useId } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Icon } from '../../ui/icon.tsx';
import { Say, spokenAttribute, type Words } from '../../ui/words.tsx';
import { COMMON } from '../voice/personal.ts';

/**
 * One of several, all in sight. Each is a stop of its own for the keys, and only a press chooses:
 * a keypad or a switch that has "next" and "select" reaches every one without changing anything.
 */
export function Choices(props: { readonly title: Words; readonly children: ReactNode }): ReactNode {
  const id = useId();
  return (
    <section className="choices" {...COMMON}>
      <h3 className="choices__title" id={id} {...spokenAttribute(props.title)}>
        {props.title.text}
      </h3>
      <div className="choices__list" role="radiogroup" aria-labelledby={id}>
        {props.children}
      </div>
    </section>
  );
}

export function Choice(props: {
  readonly words: Words;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  /** Shows what is chosen; the words say it. */
  readonly sample: ReactNode;
}): ReactNode {
  return (
    <AriaButton
      className="choice"
      onPress={props.onChoose}
      render={(button) => (
        // biome-ignore lint/a11y/useSemanticElements: the arrow keys would choose in a radio input
        <button {...button} role="radio" aria-checked={props.isChosen} />
      )}
    >
      <span className="choice__sample" aria-hidden="true">
        {props.sample}
      </span>
      <span className="choice__name">
        <span className="choice__mark">
          <Icon name="check" />
        </span>
        <Say words={props.words} />
      </span>
    </AriaButton>
  );
}
