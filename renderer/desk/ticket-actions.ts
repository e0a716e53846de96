import type { DeskCounter, DeskView } from '../../electron/contract/views.ts';

/** Where a number is when nobody at this counter has it. */
export type TicketPlace = 'waiting' | 'parked' | 'noShow' | 'left';

export type TicketAction = 'call' | 'putBack' | 'cameBack' | 'transfer' | 'cancel';

const ACTIONS: Readonly<Record<TicketPlace, readonly TicketAction[]>> = {
  waiting: ['call', 'transfer', 'cancel'],
  parked: ['call', 'putBack', 'transfer', 'cancel'],
  noShow: ['cameBack', 'call', 'cancel'],
  // At a counter whose desk has vanished.
  left: ['call'],
};

/** What this counter may do now with a number of the list, by where it is. */
export function ticketActions(place: TicketPlace, counter: DeskCounter): TicketAction[] {
  const isHere = counter.status === 'open' || counter.status === 'paused';
  if (!isHere) return [];
  const canCall = counter.status === 'open' && counter.ticket === null;
  return ACTIONS[place].filter((action) => action !== 'call' || canCall);
}

/** Where a number can be handed on to. */
export interface Targets {
  readonly queues: readonly string[];
  readonly counters: readonly DeskCounter[];
}

/**
 * Where a transfer may lead. To the queue it came from as well, unless it waits there already; to
 * every other counter that calls: one that pauses keeps nobody.
 */
export function transferTargets(
  view: DeskView,
  counter: DeskCounter,
  ticket: { readonly queue: string; readonly waitsForAny: boolean },
): Targets {
  return {
    queues: queuesOf(view).filter((letter) => !(ticket.waitsForAny && letter === ticket.queue)),
    counters: view.counters.filter(
      (other) => other.counter !== counter.counter && other.status === 'open',
    ),
  };
}

/** The queues in which a visit can go on. */
export function continuationQueues(view: DeskView, queue: string): string[] {
  return queuesOf(view).filter((letter) => letter !== queue);
}

function queuesOf(view: DeskView): string[] {
  return view.queues.map(({ letter }) => letter);
}
