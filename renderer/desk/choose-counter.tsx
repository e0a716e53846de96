import './choose-counter.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Office, Session } from '../../electron/contract/operations.ts';
import type { DeskCounter, DeskView } from '../../electron/contract/views.ts';
import { useText } from '../text/text-context.tsx';
import { CounterChoice } from './counter-choice.tsx';
import { takeCounter } from './desk-commands.ts';
import { errorPhrase } from './error-words.ts';
import { QueuesDialog } from './queues-dialog.tsx';
import { useDeskCommands } from './use-desk-commands.ts';

export interface ChooseCounterProps {
  /** Null until the feed has spoken. */
  readonly view: DeskView | null;
  /** Null until the server has described it. */
  readonly office: Office | null;
  readonly onChosen: (session: Session) => void;
  readonly onSessionEnded: () => void;
}

/** After signing in: at which counter does this person work, and for which queues? */
export function ChooseCounter(props: ChooseCounterProps): ReactNode {
  const { view, office } = props;
  const texts = useText();
  const commands = useDeskCommands(props.onSessionEnded);
  const [asking, setAsking] = useState<DeskCounter | null>(null);
  const title = useRef<HTMLHeadingElement>(null);

  useEffect(() => title.current?.focus(), []);

  async function take(counter: string, queues?: readonly string[]): Promise<void> {
    const answer = await commands.run(takeCounter(counter, queues));
    if (answer?.ok === true) props.onChosen(answer.value);
  }

  function usualQueues(counter: string): readonly string[] {
    return office?.counters.find((known) => known.counter === counter)?.queues ?? [];
  }

  return (
    <main className="choose">
      <h1 className="choose__title" ref={title} tabIndex={-1}>
        {texts.t('desk.counter.title')}
      </h1>
      {commands.error === null || asking !== null ? null : (
        <p className="note note--danger" role="alert">
          {errorPhrase(texts, commands.error).text}
        </p>
      )}
      {view === null || office === null ? (
        <p role="status">{texts.t('desk.connection.loading')}</p>
      ) : (
        <ul className="choose__list">
          {view.counters.map((counter) => (
            <li key={counter.counter}>
              <CounterChoice
                counter={counter}
                queues={usualQueues(counter.counter)}
                isBusy={commands.isBusy}
                onTake={() => void take(counter.counter)}
                onChooseQueues={() => {
                  commands.clearError();
                  setAsking(counter);
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {asking === null || office === null ? null : (
        <QueuesDialog
          counter={asking.counter}
          served={usualQueues(asking.counter)}
          office={office}
          submitWords={texts.phrase('desk.queues.open')}
          isBusy={commands.isPending}
          error={commands.error}
          onSubmit={(queues) => void take(asking.counter, queues)}
          onClose={() => {
            commands.clearError();
            setAsking(null);
          }}
        />
      )}
    </main>
  );
}
