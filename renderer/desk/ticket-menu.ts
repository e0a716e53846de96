import type { DeskCounter, DeskView } from '../../electron/contract/views.ts';
import type { Phrase } from '../text/phrase.ts';
import type { Translator } from '../text/translator.ts';
import type { MenuGroup } from './choice-menu.tsx';
import type { DeskCommand } from './desk-command.ts';
import {
  aboutTicket,
  callTicket,
  continueVisit,
  type Numbered,
  transferToCounter,
  transferToQueue,
} from './desk-commands.ts';
import { rangePhrase } from './range-words.ts';
import {
  continuationQueues,
  type TicketAction,
  type TicketPlace,
  ticketActions,
  transferTargets,
} from './ticket-actions.ts';

/** What the menus of a number need to know and to do. */
export interface MenuWorld {
  readonly view: DeskView;
  readonly counter: DeskCounter;
  readonly texts: Translator;
  readonly send: (command: DeskCommand) => void;
}

const WORDS = {
  call: 'desk.ticket.call',
  putBack: 'desk.ticket.putBack',
  cameBack: 'desk.ticket.cameBack',
  cancel: 'desk.ticket.cancel',
} as const satisfies Record<Exclude<TicketAction, 'transfer'>, string>;

interface ListedTicket extends Numbered {
  readonly queue: string;
  readonly reservedFor?: string | null;
}

/** The menu of a number in one of the lists. */
export function ticketMenu(
  world: MenuWorld,
  ticket: ListedTicket,
  place: TicketPlace,
): MenuGroup[] {
  const { counter, texts, send } = world;
  const actions = ticketActions(place, counter);
  const commands: Readonly<Record<Exclude<TicketAction, 'transfer'>, DeskCommand>> = {
    call: callTicket(ticket, counter.counter),
    putBack: aboutTicket('resumeTicket', ticket),
    cameBack: aboutTicket('returnTicket', ticket),
    cancel: aboutTicket('cancelTicket', ticket),
  };
  const choices = actions
    .filter((action) => action !== 'transfer')
    .map((action) => ({
      id: action,
      words: texts.phrase(WORDS[action]),
      onChosen: () => send(commands[action]),
    }));
  const waitsForAny = place === 'waiting' && (ticket.reservedFor ?? null) === null;
  return [
    { id: 'actions', title: null, choices },
    ...(actions.includes('transfer') ? transferMenu(world, ticket, waitsForAny) : []),
  ];
}

/** Where a number can be handed on to, queues with what is known of their wait. */
export function transferMenu(
  { view, counter, texts, send }: MenuWorld,
  ticket: ListedTicket,
  waitsForAny = false,
): MenuGroup[] {
  const targets = transferTargets(view, counter, { queue: ticket.queue, waitsForAny });
  return [
    {
      id: 'queues',
      title: texts.phrase('desk.ticket.toQueue'),
      choices: targets.queues.map((queue) => ({
        id: `queue-${queue}`,
        words: texts.phrase('desk.ticket.queue', { queue }),
        line: queueLine(view, texts, queue),
        onChosen: () => send(transferToQueue(ticket, queue)),
      })),
    },
    {
      id: 'counters',
      title: texts.phrase('desk.ticket.toCounter'),
      choices: targets.counters.map(({ counter: other }) => ({
        id: `counter-${other}`,
        words: texts.phrase('desk.ticket.counter', { counter: other }),
        onChosen: () => send(transferToCounter(ticket, other)),
      })),
    },
  ];
}

/** In which other queue the visit of the person at the counter can go on. */
export function continuationMenu(
  { view, texts, send }: MenuWorld,
  ticket: ListedTicket,
): MenuGroup[] {
  const choices = continuationQueues(view, ticket.queue).map((queue) => ({
    id: `queue-${queue}`,
    words: texts.phrase('desk.ticket.queue', { queue }),
    line: queueLine(view, texts, queue),
    onChosen: () => send(continueVisit(ticket, queue)),
  }));
  return [{ id: 'queues', title: texts.phrase('desk.ticket.toQueue'), choices }];
}

function queueLine(view: DeskView, texts: Translator, queue: string): Phrase {
  const figures = view.queues.find(({ letter }) => letter === queue);
  return figures === undefined || figures.range === null
    ? texts.phrase('desk.figures.waiting', { count: figures?.waiting ?? 0 })
    : rangePhrase(texts, figures.range);
}
