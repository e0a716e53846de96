import { Random } from '../../../electron/queue/estimate/random.ts';
import type { WaitingPerson } from '../../../electron/queue/lane.ts';
import type { DayState } from '../../../electron/queue/state.ts';
import type { Ticket } from '../../../electron/queue/ticket.ts';
import type { CallingCounter } from '../../../electron/queue/waiting-line.ts';
import { type Policy, playDay } from './play-day.ts';
import type { Scenario } from './scenario.ts';
import { seedOf } from './seed.ts';

const MINUTE_MS = 60_000;

/** How long people waited for their first call; minutes. */
export interface ClassWaits {
  readonly people: number;
  readonly p95: number;
  readonly longest: number;
}

export type PersonClass =
  | 'appointment'
  | 'appointmentWithPriority'
  | 'walkIn'
  | 'walkInWithPriority';

export interface PolicyFairness {
  readonly policy: 'ours' | 'strictPriority' | 'fifo';
  readonly priorityShare: number;
  readonly classes: Readonly<Partial<Record<PersonClass, ClassWaits>>>;
}

type Order = (a: WaitingPerson, b: WaitingPerson) => number;

function byArrival(a: WaitingPerson, b: WaitingPerson): number {
  return a.arrivedMs - b.arrivedMs || a.order - b.order;
}

function priorityFirst(a: WaitingPerson, b: WaitingPerson): number {
  return Number(b.hasPriority) - Number(a.hasPriority) || byArrival(a, b);
}

/** The first, in some order, of those whom a counter may call. */
function firstIn(order: Order): Policy {
  return (state: DayState, counter: CallingCounter) => {
    let first: WaitingPerson | null = null;
    for (const person of state.line.callableBy(counter)) {
      if (first === null || order(person, first) < 0) first = person;
    }
    return first?.ticketId ?? null;
  };
}

const policies: readonly (readonly [PolicyFairness['policy'], Policy | null])[] = [
  ['ours', null],
  ['strictPriority', firstIn(priorityFirst)],
  ['fifo', firstIn(byArrival)],
];

/** The same days under each policy, with more and more people declaring priority. */
export function compareFairness(
  scenario: Scenario,
  priorityShares: readonly number[],
  days: number,
  seed: number,
): readonly PolicyFairness[] {
  return priorityShares.flatMap((priorityShare) =>
    policies.map(([policy, choose]) => {
      const waits = new Map<PersonClass, number[]>();
      for (let day = 0; day < days; day += 1) {
        const random = new Random(seedOf(seed, 'fairness', day));
        const { state } = playDay({ ...scenario, priorityShare }, random, choose);
        for (const ticket of state.tickets.values()) {
          if (ticket.firstCalledAtMs === null) continue;
          const one = classOf(ticket);
          const ofClass = waits.get(one) ?? [];
          waits.set(one, ofClass);
          ofClass.push((ticket.firstCalledAtMs - ticket.issuedAtMs) / MINUTE_MS);
        }
      }
      const classes = Object.fromEntries([...waits].map(([one, all]) => [one, summary(all)]));
      return { policy, priorityShare, classes };
    }),
  );
}

function classOf({ booking, hasPriority }: Ticket): PersonClass {
  if (booking === null) return hasPriority ? 'walkInWithPriority' : 'walkIn';
  return hasPriority ? 'appointmentWithPriority' : 'appointment';
}

function summary(waits: readonly number[]): ClassWaits {
  const sorted = [...waits].sort((a, b) => a - b);
  return {
    people: sorted.length,
    p95: sorted[Math.ceil(0.95 * sorted.length) - 1] ?? 0,
    longest: sorted.at(-1) ?? 0,
  };
}
