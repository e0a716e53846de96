import type { KioskView } from '../../contract/views.ts';
import type { DayState } from '../../queue/state.ts';
import { HIGHEST_NUMBER } from '../../queue/ticket.ts';

/** What a kiosk needs to know of the day: how many wait, and which queue is full. */
export function kioskView(serviceDay: string, state: DayState): KioskView {
  const waiting = new Map<string, number>();
  for (const ticket of state.tickets.values()) {
    if (ticket.status !== 'waiting') continue;
    waiting.set(ticket.queue, (waiting.get(ticket.queue) ?? 0) + 1);
  }
  return {
    kind: 'kiosk',
    serviceDay,
    queues: state.rules.queues.map(({ letter, dailyCap }) => ({
      letter,
      waiting: waiting.get(letter) ?? 0,
      isFull: (state.issuedByQueue.get(letter) ?? 0) >= Math.min(dailyCap, HIGHEST_NUMBER),
    })),
  };
}
