import type { ReactNode } from 'react';
import type { ApiError } from '../../electron/contract/errors.ts';
import type { DeskCounter } from '../../electron/contract/views.ts';
import type { Phrase } from '../text/phrase.ts';
import { useText } from '../text/text-context.tsx';
import { Say } from '../ui/words.tsx';
import { ActionButton } from './action-button.tsx';
import { errorPhrase } from './error-words.ts';
import { UNDO_KEY, undoSeconds } from './workplace-model.ts';

export interface OutcomeLineProps {
  readonly error: ApiError | null;
  /** What was done last, said once and quietly. */
  readonly done: Phrase | null;
  readonly counter: DeskCounter;
  readonly nowMs: number;
  readonly isBusy: boolean;
  readonly onUndo: () => void;
}

/** What came of the last command; and for some seconds, a way back. */
export function OutcomeLine(props: OutcomeLineProps): ReactNode {
  const { error, done, counter } = props;
  const texts = useText();
  const seconds = undoSeconds(counter, props.nowMs);
  return (
    <div className="outcome">
      {error === null ? null : (
        <p className="note note--danger" role="alert">
          {errorPhrase(texts, error).text}
        </p>
      )}
      <p className="outcome__done" role="status">
        {error === null ? done?.text : null}
      </p>
      {counter.undo === null || seconds === 0 ? null : (
        <div className="outcome__undo">
          <ActionButton
            variant="plain"
            words={texts.phrase('desk.undo.button', { code: texts.ticketCode(counter.undo.code) })}
            shortcut={UNDO_KEY}
            isBusy={props.isBusy}
            onPress={props.onUndo}
          />
          <Say
            className="outcome__seconds"
            words={texts.phrase('desk.undo.seconds', { count: seconds })}
          />
        </div>
      )}
    </div>
  );
}
