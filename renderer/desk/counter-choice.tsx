import type { ReactNode } from 'react';
import type { DeskCounter } from '../../electron/contract/views.ts';
import { useText } from '../text/text-context.tsx';
import { Say } from '../ui/words.tsx';
import { ActionButton } from './action-button.tsx';

export interface CounterChoiceProps {
  readonly counter: DeskCounter;
  /** Those that the office's file names for it. */
  readonly queues: readonly string[];
  readonly isBusy: boolean;
  readonly onTake: () => void;
  readonly onChooseQueues: () => void;
}

/**
 * One counter to choose: open it as usual, or with other queues. One in use can be pressed too: it
 * may be this person's own, from a browser that crashed. The server knows, and refuses the others.
 */
export function CounterChoice(props: CounterChoiceProps): ReactNode {
  const { counter, queues, isBusy } = props;
  const texts = useText();
  const isTaken = counter.status === 'open' || counter.status === 'paused';
  const left = counter.status === 'abandoned' ? counter.ticket : null;
  const number = { counter: counter.counter };
  return (
    <div className={`choice-of-counter ${isTaken ? 'is-taken' : ''}`}>
      <button
        type="button"
        className="choice-of-counter__take"
        aria-disabled={isBusy}
        onClick={(event) => {
          if (isBusy || event.detail > 1) return;
          props.onTake();
        }}
      >
        <span className="choice-of-counter__number code" aria-hidden="true">
          {counter.counter}
        </span>
        <span className="choice-of-counter__words">
          <span className="choice-of-counter__label">
            {isTaken
              ? texts.t('desk.counter.current', number)
              : texts.t(left === null ? 'desk.counter.choose' : 'desk.counter.resume', number)}
          </span>
          <span className="choice-of-counter__line">
            <Say
              words={texts.phrase('desk.counter.queues', {
                queues: (isTaken ? counter.queues : queues).join(', '),
              })}
            />
          </span>
        </span>
        {left === null ? (
          <span className={isTaken ? 'tag tag--taken' : 'tag tag--free'}>
            {texts.t(isTaken ? 'desk.counter.taken' : 'desk.counter.free')}
          </span>
        ) : (
          <span className="tag tag--called">
            {texts.t('desk.counter.leftWith', { code: left.code })}
          </span>
        )}
      </button>
      {isTaken ? null : (
        <ActionButton
          variant="plain"
          words={texts.phrase('desk.counter.chooseQueues', number)}
          isBusy={isBusy}
          onPress={props.onChooseQueues}
        />
      )}
    </div>
  );
}
