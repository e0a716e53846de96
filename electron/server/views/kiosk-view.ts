import type { KioskView } from '../../contract/views.ts';
import { canTakeTicket, isOpen } from '../../queue/calendar/opening-hours.ts';
import type { DayState } from '../../queue/state.ts';
import { HIGHEST_NUMBER } from '../../queue/ticket.ts';
import type { Ranges } from './ranges.ts';
import { waitingByQueue } from './waiting-by-queue.ts';

export type KioskViewParts = {
  readonly serviceDay: string;
  readonly state: DayState;
  readonly nowMs: number;
  readonly ranges: Ranges;
  /** When the office opens next, today or later. */
  readonly opensNextAtMs: number | null;
};

/** What a kiosk needs to know: whether numbers are given, how many wait, which queue is full. */
export function kioskView(parts: KioskViewParts): KioskView {
  const { serviceDay, state, nowMs, ranges, opensNextAtMs } = parts;
  const { openingWindows, queues } = state.rules;
  const givesNumbers = canTakeTicket(openingWindows, nowMs);
  const window = openingWindows.find(({ closesAtMs }) => nowMs < closesAtMs);
  const waiting = waitingByQueue(state);
  return {
    kind: 'kiosk',
    serviceDay,
    queues: queues.map(({ letter, dailyCap }) => ({
      letter,
      waiting: waiting.get(letter) ?? 0,
      isFull: (state.issuedByQueue.get(letter) ?? 0) >= Math.min(dailyCap, HIGHEST_NUMBER),
      range: ranges.byQueue.get(letter) ?? null,
    })),
    isOpen: givesNumbers,
    lastTicketAtMs: givesNumbers ? (window?.lastTicketAtMs ?? null) : null,
    opensNextAtMs,
    takesCodes: state.appointments.size > 0 && isOpen(openingWindows, nowMs),
  };
}
