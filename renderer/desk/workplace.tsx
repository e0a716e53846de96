import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ApiError } from '../../electron/contract/errors.ts';
import type { OperationOutput } from '../../electron/contract/operations.ts';
import type { Result } from '../../electron/contract/result.ts';
import type { DeskCounter, DeskView } from '../../electron/contract/views.ts';
import { useClient } from '../client/client-context.ts';
import { type Command, useCommand } from '../client/use-command.ts';
import { useText } from '../text/text-context.tsx';
import type { Words } from '../ui/words.tsx';
import { CounterPanel } from './counter-panel.tsx';
import { OfficePanel } from './office-panel.tsx';
import { useNow } from './use-now.ts';
import { WaitingList } from './waiting-list.tsx';
import type { DeskAction } from './workplace-model.ts';

/**
 * After a command the main button turns into the next one. For this long it takes no press: the
 * second half of a double click, or of a key struck twice, must not start what comes after.
 */
const SETTLE_MS = 700;

export interface WorkplaceProps {
  readonly view: DeskView;
  readonly counter: DeskCounter;
  /** The server says this browser no longer holds the session or the counter. */
  readonly onSessionDoubt: () => void;
}

/** The screen of a working day. */
export function Workplace({ view, counter, onSessionDoubt }: WorkplaceProps): ReactNode {
  const client = useClient();
  const texts = useText();
  const command = useCommand();
  const [isSettling, setSettling] = useState(false);
  const [done, setDone] = useState<Words | null>(null);
  const nowMs = useNow(5_000);
  const place = useRef<HTMLElement>(null);

  // The keyboard starts at the main action, so that Enter alone does the work of a day.
  useEffect(() => place.current?.querySelector<HTMLElement>('.action--main')?.focus(), []);

  useEffect(() => {
    if (!isSettling) return undefined;
    const timer = setTimeout(() => setSettling(false), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [isSettling]);

  // A command that got no answer was carried out after all: the list says so, the error is over.
  const isUnanswered = command.error?.code === 'unavailable';
  const state = `${counter.isOpen} ${counter.ticket?.ticketId} ${counter.ticket?.status}`;
  const [stateSeen, setStateSeen] = useState(state);
  if (state !== stateSeen) {
    setStateSeen(state);
    if (isUnanswered) command.clearError();
  }

  async function act(action: DeskAction): Promise<void> {
    if (isSettling) return;
    setDone(null);
    const answer = await perform(action);
    if (answer === null) return;
    setSettling(true);
    if (answer.ok) {
      setDone(answer.value);
      // The button just used may be gone with its state.
      if (!place.current?.contains(document.activeElement)) {
        place.current?.querySelector<HTMLElement>('.action--main')?.focus();
      }
    } else if (answer.error.code === 'unauthenticated' || answer.error.code === 'noCounter') {
      onSessionDoubt();
    }
  }

  function perform(action: DeskAction): Promise<Result<Words | null, ApiError> | null> {
    const { ticket } = counter;
    switch (action) {
      case 'open':
        return run(
          command,
          `open ${counter.counter}`,
          () => null,
          (commandId) => client.call('takeCounter', { commandId, counter: counter.counter }),
        );
      case 'call':
        return run(
          command,
          'call',
          (called: OperationOutput<'callNext'>) =>
            texts.phrase('desk.done.called', { code: called.code, counter: counter.counter }),
          (commandId) => client.call('callNext', { commandId }),
        );
      case 'recall':
        return onTicket('recall', 'desk.done.recalled');
      case 'start':
        return onTicket('startService', 'desk.done.started');
      case 'close':
        return onTicket('closeTicket', 'desk.done.closed');
      case 'noShow':
        return onTicket('markNoShow', 'desk.done.noShow');
    }

    function onTicket(
      name: 'recall' | 'startService' | 'closeTicket' | 'markNoShow',
      doneKey: 'desk.done.recalled' | 'desk.done.started' | 'desk.done.closed' | 'desk.done.noShow',
    ): Promise<Result<Words | null, ApiError> | null> {
      if (ticket === null) return Promise.resolve(null);
      const { ticketId, code } = ticket;
      return run(
        command,
        `${name} ${ticketId}`,
        () => texts.phrase(doneKey, { code }),
        (commandId) => client.call(name, { commandId, ticketId }),
      );
    }
  }

  return (
    <main className="workplace" ref={place}>
      <CounterPanel
        view={view}
        counter={counter}
        nowMs={nowMs}
        isBusy={command.isPending || isSettling}
        error={command.error}
        done={done}
        onAction={(action) => void act(action)}
      />
      <WaitingList view={view} counter={counter} nowMs={nowMs} />
      <OfficePanel view={view} counter={counter} />
    </main>
  );
}

/** Runs one command and puts its success into words. */
async function run<T>(
  command: Command,
  intention: string,
  words: (value: T) => Words | null,
  send: (commandId: string) => Promise<Result<T, ApiError>>,
): Promise<Result<Words | null, ApiError> | null> {
  const answer = await command.run(intention, send);
  if (answer === null || !answer.ok) return answer;
  return { ok: true, value: words(answer.value) };
}
