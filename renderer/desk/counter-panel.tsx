import './counter-panel.css';
import { type ReactNode, useRef } from 'react';
import { useNow } from '../ui/use-now.ts';
import { CounterSettings } from './counter-settings.tsx';
import { CurrentActions } from './current-actions.tsx';
import { CurrentPerson } from './current-person.tsx';
import type { DeskCommand } from './desk-command.ts';
import {
  aboutTicket,
  callNext,
  callPaperNumber,
  resumeCounter,
  takeCounter,
  undoLast,
} from './desk-commands.ts';
import { NextPerson } from './next-person.tsx';
import { OutcomeLine } from './outcome-line.tsx';
import type { MenuWorld } from './ticket-menu.ts';
import { useActionKeys } from './use-action-keys.ts';
import type { DeskCommands } from './use-desk-commands.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { actionsNow, type DeskAction, isActionPossible, undoSeconds } from './workplace-model.ts';

export interface CounterPanelProps {
  readonly world: MenuWorld;
  readonly commands: DeskCommands;
  /** A dialog is open, and says itself what went wrong. */
  readonly isDialogOpen: boolean;
  readonly onChooseQueues: () => void;
}

/** The person at the counter, the next one and why, and what to do now. */
export function CounterPanel(props: CounterPanelProps): ReactNode {
  const { world, commands } = props;
  const { view, counter } = world;
  // Buttons count seconds down.
  const nowMs = useNow(1_000);
  const actions = actionsNow(view, counter, nowMs);
  const { ticket } = counter;
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place);

  function act(action: DeskAction | 'undo'): void {
    if (commands.isBusy) return;
    if (action === 'undo') {
      if (undoSeconds(counter, nowMs) > 0) world.send(undoLast);
      return;
    }
    if (action === actions.primary && !actions.isPrimaryPossible) return;
    // By the clock, not by the last picture: that may be a second old.
    if (!isActionPossible(action, ticket, Date.now())) return;
    const command = commandOf(action);
    if (command !== null) world.send(command);
  }
  useActionKeys(actions, act);

  function commandOf(action: DeskAction): DeskCommand | null {
    switch (action) {
      case 'open':
        return takeCounter(counter.counter);
      case 'resume':
        return resumeCounter;
      case 'call':
        return callNext(counter.counter);
      case 'callPaper':
        return callPaperNumber(counter.counter);
      case 'start':
        return ticket === null ? null : aboutTicket('startService', ticket);
      case 'close':
        return ticket === null ? null : aboutTicket('closeTicket', ticket);
      case 'recall':
        return ticket === null ? null : aboutTicket('recall', ticket);
      case 'noShow':
        return ticket === null ? null : aboutTicket('markNoShow', ticket);
      case 'park':
        return ticket === null ? null : aboutTicket('parkTicket', ticket);
      case 'cancel':
        return ticket === null ? null : aboutTicket('cancelTicket', ticket);
      // Their menus ask where to first.
      case 'transfer':
      case 'continue':
        return null;
    }
  }

  const status = ticket?.status ?? 'empty';
  return (
    <div className="counter" ref={place}>
      <section className={`panel current current--${status}`} aria-labelledby="current-title">
        <CurrentPerson counter={counter} nowMs={nowMs} />
        <CurrentActions
          world={world}
          actions={actions}
          nowMs={nowMs}
          isBusy={commands.isBusy}
          onAction={act}
        />
        <OutcomeLine
          error={props.isDialogOpen ? null : commands.error}
          done={commands.done}
          counter={counter}
          nowMs={nowMs}
          isBusy={commands.isBusy}
          onUndo={() => act('undo')}
        />
      </section>
      <NextPerson view={view} counter={counter} nowMs={nowMs} />
      <CounterSettings world={world} onChooseQueues={props.onChooseQueues} />
    </div>
  );
}
