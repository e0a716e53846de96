import { type ReactNode, useEffect, useRef } from 'react';
import type { Session } from '../../electron/contract/operations.ts';
import type { DeskView } from '../../electron/contract/views.ts';
import { useClient } from '../client/client-context.ts';
import { useCommand } from '../client/use-command.ts';
import { useText } from '../text/text-context.tsx';
import { errorPhrase } from './workplace-model.ts';

export interface ChooseCounterProps {
  /** Null until the feed has spoken. */
  readonly view: DeskView | null;
  readonly onChosen: (session: Session) => void;
  readonly onSessionEnded: () => void;
}

/** After signing in: at which counter does this person work? */
export function ChooseCounter({ view, onChosen, onSessionEnded }: ChooseCounterProps): ReactNode {
  const client = useClient();
  const texts = useText();
  const command = useCommand();
  const title = useRef<HTMLHeadingElement>(null);

  useEffect(() => title.current?.focus(), []);

  async function choose(counter: string): Promise<void> {
    const answer = await command.run(`takeCounter ${counter}`, (commandId) =>
      client.call('takeCounter', { commandId, counter }),
    );
    if (answer === null) return;
    if (answer.ok) onChosen(answer.value);
    else if (answer.error.code === 'unauthenticated') onSessionEnded();
  }

  const problem = command.error === null ? null : errorPhrase(texts, command.error);
  return (
    <main className="choose">
      <h1 className="choose__title" ref={title} tabIndex={-1}>
        {texts.t('desk.counter.title')}
      </h1>
      {problem === null ? null : (
        <p className="note note--danger" role="alert">
          {problem.text}
        </p>
      )}
      {view === null ? (
        <p role="status">{texts.t('desk.connection.loading')}</p>
      ) : (
        <ul className="choose__list">
          {view.counters.map((counter) => {
            const queues = texts.phrase('desk.counter.queues', {
              queues: counter.queues.join(', '),
            });
            const state = texts.t(counter.isOpen ? 'desk.counter.taken' : 'desk.counter.free');
            return (
              <li key={counter.counter}>
                <button
                  type="button"
                  className="choose__counter"
                  disabled={counter.isOpen}
                  aria-disabled={command.isPending}
                  onClick={(event) => {
                    if (event.detail > 1) return;
                    void choose(counter.counter);
                  }}
                >
                  <span className="choose__number code" aria-hidden="true">
                    {counter.counter}
                  </span>
                  <span className="choose__words">
                    <span className="choose__label">
                      {texts.t(counter.isOpen ? 'desk.counter.current' : 'desk.counter.choose', {
                        counter: counter.counter,
                      })}
                    </span>
                    <span className="choose__line">{queues.text}</span>
                  </span>
                  <span className={counter.isOpen ? 'tag tag--taken' : 'tag tag--free'}>
                    {state}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </main>
  );
}
