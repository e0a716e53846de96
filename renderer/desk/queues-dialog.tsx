import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ApiError } from '../../electron/contract/errors.ts';
import type { Office } from '../../electron/contract/operations.ts';
import type { Phrase } from '../text/phrase.ts';
import { useText } from '../text/text-context.tsx';
import { Icon } from '../ui/icon.tsx';
import { DeskDialog } from './desk-dialog.tsx';
import { offeringsLine } from './offerings-line.ts';
import { moveQueue, queueChoices, servedQueues, toggleQueue } from './queue-order.ts';

export interface QueuesDialogProps {
  readonly counter: string;
  /** Preferred first. */
  readonly served: readonly string[];
  readonly office: Office;
  /** What happens with the choice. */
  readonly submitWords: Phrase;
  readonly isBusy: boolean;
  readonly error: ApiError | null;
  readonly onSubmit: (queues: readonly string[]) => void;
  readonly onClose: () => void;
}

type Step = -1 | 1;

/** Which queues a counter serves, and which it prefers: ticks, and places to move up and down. */
export function QueuesDialog(props: QueuesDialogProps): ReactNode {
  const { office } = props;
  const texts = useText();
  const letters = office.queues.map(({ letter }) => letter);
  const [choices, setChoices] = useState(() => queueChoices(props.served, letters));
  const [isMissing, setMissing] = useState(false);
  const [moved, setMoved] = useState<{ letter: string; step: Step } | null>(null);
  const list = useRef<HTMLOListElement>(null);

  // The browser takes the focus from an element that changes place.
  useEffect(() => {
    if (moved === null) return;
    list.current?.querySelector<HTMLElement>(`[data-move="${moved.letter}${moved.step}"]`)?.focus();
  }, [moved]);

  function move(letter: string, step: Step): void {
    setChoices(moveQueue(choices, letter, step));
    setMoved({ letter, step });
  }

  function submit(): void {
    const queues = servedQueues(choices);
    setMissing(queues.length === 0);
    if (queues.length > 0) props.onSubmit(queues);
  }

  const place =
    moved === null ? -1 : choices.findIndex((choice) => choice.letter === moved.letter) + 1;
  return (
    <DeskDialog
      title={texts.phrase('desk.queues.title', { counter: props.counter })}
      onClose={props.onClose}
      error={props.error}
      submit={{ words: props.submitWords, isBusy: props.isBusy, onSubmit: submit }}
    >
      <p>{texts.t('desk.queues.line')}</p>
      <ol className="order" ref={list}>
        {choices.map(({ letter, isServed }, index) => (
          <li key={letter} className="order__queue">
            <label className="order__choice">
              <input
                type="checkbox"
                className="tick"
                checked={isServed}
                onChange={() => setChoices(toggleQueue(choices, letter))}
              />
              <span>
                <span className="order__name">
                  {texts.t('desk.queues.queue', { queue: letter })}
                </span>
                <span className="order__line">{offeringsLine(texts, office, letter)}</span>
              </span>
            </label>
            <MoveButton letter={letter} step={-1} isLast={index === 0} onMove={move} />
            <MoveButton
              letter={letter}
              step={1}
              isLast={index === choices.length - 1}
              onMove={move}
            />
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {moved === null ? null : texts.t('desk.queues.moved', { queue: moved.letter, place })}
      </p>
      {isMissing ? (
        <p className="note note--danger" role="alert">
          {texts.t('desk.queues.needed')}
        </p>
      ) : null}
    </DeskDialog>
  );
}

interface MoveButtonProps {
  readonly letter: string;
  readonly step: Step;
  /** There is no further place in that direction. */
  readonly isLast: boolean;
  readonly onMove: (letter: string, step: Step) => void;
}

function MoveButton({ letter, step, isLast, onMove }: MoveButtonProps): ReactNode {
  const texts = useText();
  return (
    <button
      type="button"
      className="action action--plain"
      data-move={`${letter}${step}`}
      aria-label={texts.t(step === -1 ? 'desk.queues.up' : 'desk.queues.down', { queue: letter })}
      aria-disabled={isLast}
      onClick={() => {
        if (!isLast) onMove(letter, step);
      }}
    >
      <Icon name={step === -1 ? 'up' : 'down'} />
    </button>
  );
}
