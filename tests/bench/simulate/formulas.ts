import { peopleAhead } from '../../../electron/queue/calling-policy.ts';
import type { DayState } from '../../../electron/queue/state.ts';
import type { QueueLetter, Ticket } from '../../../electron/queue/ticket.ts';
import { waitingPerson } from '../../../electron/queue/waiting-person.ts';

const MINUTE_MS = 60_000;

function countersFor(state: DayState, queue: QueueLetter): number {
  const open = [...state.counters.values()].filter(
    ({ status, queues }) => status === 'open' && queues.includes(queue),
  );
  return Math.max(1, open.length);
}

export interface FormulaWaits {
  readonly naiveMs: number;
  readonly zmsMs: number;
  /** What ZMS shows to staff as the other end of its range. */
  readonly zmsOptimisticMs: number;
}

/** @param meanServiceMs of the person's queue, learned: better than a number typed once. */
export function formulaWaits(
  state: DayState,
  ticket: Ticket,
  meanServiceMs: number,
  nowMs: number,
): FormulaWaits {
  const counters = countersFor(state, ticket.queue);
  const place = zmsPlace(state, ticket, meanServiceMs / counters, nowMs);
  const slotMs = meanServiceMs / counters;
  return {
    naiveMs: peopleAhead(state, ticket) * slotMs,
    zmsMs: wholeMinutes((place + 1) * slotMs),
    zmsOptimisticMs: wholeMinutes(Math.max(0, place + 1 - counters) * 0.8 * slotMs),
  };
}

function wholeMinutes(ms: number): number {
  return Math.floor(ms / MINUTE_MS) * MINUTE_MS;
}

/**
 * Of ZMS, the queue system of Berlin and Munich (zmsentities, Collection/QueueList.php
 * at 7b670e4): appointments, whether their people are there or not, and people without one are
 * merged in a fixed order, and each place takes a slot of the mean service by open counters. Here,
 * how many places are before the ticket.
 */
function zmsPlace(state: DayState, ticket: Ticket, slotMs: number, nowMs: number): number {
  const { queue } = ticket;
  const sameQueue = [...state.line.people()].filter((person) => person.queue === queue);
  const entries = sameQueue.map((person) => ({
    ticketId: person.ticketId,
    isBooked: person.isBooked,
    // 1 is most urgent; 2 with an appointment and 3 without one, unless staff say otherwise.
    level: person.isBooked || person.hasPriority ? 2 : 3,
    atMs: person.isBooked ? bookedAtMs(state, person.ticketId) : person.arrivedMs,
    order: person.order,
  }));
  for (const { code, bookedAtMs: atMs, ticketId, queue: booked } of state.appointments.values()) {
    if (ticketId !== null || booked !== queue || atMs < nowMs) continue;
    entries.push({ ticketId: `booking ${code}`, isBooked: true, level: 2, atMs, order: 0 });
  }
  const inOrder = entries.sort((a, b) => a.level - b.level || a.atMs - b.atMs || a.order - b.order);
  const booked = inOrder.filter(({ isBooked }) => isBooked);
  const walkIns = inOrder.filter(({ isBooked }) => !isBooked);
  let clock = nowMs + 2 * MINUTE_MS;
  for (let place = 0; place <= inOrder.length; place += 1) {
    const walkIn = walkIns[0];
    const appointment = booked[0];
    const isWalkIn =
      appointment === undefined ||
      (walkIn !== undefined &&
        ((walkIn.level === 2 && walkIn.atMs < appointment.atMs) || appointment.atMs > clock));
    const next = isWalkIn ? walkIns.shift() : booked.shift();
    if (next?.ticketId === ticket.ticketId) {
      return place;
    }
    clock += slotMs;
  }
  throw new RangeError(`Ticket ${ticket.ticketId} does not wait`);

  function bookedAtMs(day: DayState, ticketId: string): number {
    const found = day.tickets.get(ticketId);
    if (found === undefined) throw new RangeError(`There is no ticket ${ticketId}`);
    return found.booking?.bookedAtMs ?? waitingPerson(found, day.rules).arrivedMs;
  }
}
