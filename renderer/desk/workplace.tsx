import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { IssuedTicket, Office } from '../../electron/contract/operations.ts';
import type { DeskCounter, DeskView } from '../../electron/contract/views.ts';
import { useText } from '../text/text-context.tsx';
import { CounterPanel } from './counter-panel.tsx';
import { changeQueues, checkIn } from './desk-commands.ts';
import { ImportDialog } from './import-dialog.tsx';
import { IssueDialog } from './issue-dialog.tsx';
import { IssuedNumber } from './issued-number.tsx';
import { OfficePanel } from './office-panel.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { QueuesDialog } from './queues-dialog.tsx';
import { RollDialog } from './roll-dialog.tsx';
import type { MenuWorld } from './ticket-menu.ts';
import { useDeskCommands } from './use-desk-commands.ts';

export interface WorkplaceProps {
  readonly view: DeskView;
  readonly counter: DeskCounter;
  /** Null until the server has described it. */
  readonly office: Office | null;
  readonly canImport: boolean;
  /** The server says this browser no longer holds the session or the counter. */
  readonly onSessionDoubt: () => void;
}

type OpenDialog =
  | { readonly kind: 'queues' | 'issue' | 'roll' | 'import' }
  | { readonly kind: 'issued'; readonly ticket: IssuedTicket };

/** The screen of a working day. */
export function Workplace(props: WorkplaceProps): ReactNode {
  const { view, counter, office } = props;
  const texts = useText();
  const commands = useDeskCommands(props.onSessionDoubt);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);

  // A command that got no answer was carried out after all: the list says so, the error is over.
  const isUnanswered = commands.error?.code === 'unavailable';
  const { clearError } = commands;
  const state = `${counter.status} ${counter.ticket?.ticketId} ${counter.ticket?.status}`;
  const stateSeen = useRef(state);
  useEffect(() => {
    if (state === stateSeen.current) return;
    stateSeen.current = state;
    if (isUnanswered) clearError();
  });

  const world: MenuWorld = {
    view,
    counter,
    texts,
    send: (command) => void commands.run(command),
  };

  function open(kind: 'queues' | 'issue' | 'roll' | 'import'): void {
    commands.clearError();
    setDialog({ kind });
  }

  function close(): void {
    commands.clearError();
    setDialog(null);
  }

  async function checkInHere(code: string, hasPriority: boolean): Promise<void> {
    const answer = await commands.run(checkIn(code, hasPriority));
    if (answer?.ok === true) setDialog({ kind: 'issued', ticket: answer.value });
  }

  async function serveQueues(queues: readonly string[]): Promise<void> {
    const answer = await commands.run(changeQueues(queues));
    if (answer?.ok === true) close();
  }

  return (
    <main className="workplace">
      <CounterPanel
        world={world}
        commands={commands}
        isDialogOpen={dialog !== null}
        onChooseQueues={() => open('queues')}
      />
      <PeoplePanel
        world={world}
        onCheckIn={(code, hasPriority) => void checkInHere(code, hasPriority)}
      />
      <OfficePanel world={world} canImport={props.canImport} onOpen={open} />
      {dialog?.kind === 'issued' ? <IssuedNumber ticket={dialog.ticket} onClose={close} /> : null}
      {dialog?.kind === 'issue' && office !== null ? (
        <IssueDialog office={office} view={view} commands={commands} onClose={close} />
      ) : null}
      {dialog?.kind === 'roll' ? (
        <RollDialog view={view} commands={commands} onClose={close} />
      ) : null}
      {dialog?.kind === 'import' ? (
        <ImportDialog today={view.serviceDay} commands={commands} onClose={close} />
      ) : null}
      {dialog?.kind === 'queues' && office !== null ? (
        <QueuesDialog
          counter={counter.counter}
          served={counter.queues}
          office={office}
          submitWords={texts.phrase('desk.queues.save')}
          isBusy={commands.isPending}
          error={commands.error}
          onSubmit={(queues) => void serveQueues(queues)}
          onClose={close}
        />
      ) : null}
    </main>
  );
}
