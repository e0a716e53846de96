import type { WaitingRange } from '../contract/vocabulary.ts';
import { addDays } from '../queue/calendar/service-day.ts';
import { estimateWaits } from '../queue/estimate/estimate-waits.ts';
import { type Knowledge, learn } from '../queue/estimate/knowledge.ts';
import { waitRange } from '../queue/estimate/wait-range.ts';
import type { DayState } from '../queue/state.ts';
import { type Cell, parseFigures } from '../queue/statistics/figures.ts';
import type { Ticket } from '../queue/ticket.ts';
import type { OfficeSetup } from './office.ts';
import type { RetentionStore } from './store/store.ts';
import { nothingKnown, type Ranges } from './views/ranges.ts';

/** What is longer ago says little about an office of today. */
const DAYS_LEARNED_FROM = 90;

/** More than any room holds. To play so long a line forward would keep everybody from the server. */
const MOST_WAITING = 1_000;

/** How long the people of one office may wait, learned from its past and from today. */
export class WaitingRanges {
  readonly #store: Pick<RetentionStore, 'readAggregates'>;
  readonly #setup: OfficeSetup;
  #knowledge: Knowledge;
  #latest: Ranges = nothingKnown;

  constructor(store: Pick<RetentionStore, 'readAggregates'>, setup: OfficeSetup) {
    this.#store = store;
    this.#setup = setup;
    this.#knowledge = this.#learn([]);
  }

  /** Learns from what is kept of the days before a service day. */
  async learnBefore(serviceDay: string): Promise<void> {
    const from = addDays(serviceDay, -DAYS_LEARNED_FROM);
    const until = addDays(serviceDay, -1);
    const records = await this.#store.readAggregates(this.#setup.officeId, from, until);
    const days = new Map<string, Cell[]>();
    for (const { serviceDay: day, hour, queue, figures } of records) {
      const cells = days.get(day) ?? [];
      cells.push({ hour, queue, figures: parseFigures(figures) });
      days.set(day, cells);
    }
    this.#knowledge = this.#learn([...days.values()]);
  }

  /** Of everyone who waited, and of who would have taken a number, when it was estimated last. */
  get latest(): Ranges {
    return this.#latest;
  }

  /** Estimates anew. For a full waiting room it takes some tens of milliseconds. */
  estimate(state: DayState, nowMs: number): Ranges {
    if (state.line.size > MOST_WAITING) {
      this.#latest = nothingKnown;
      return this.#latest;
    }
    const { byTicket, byQueue } = estimateWaits({
      state,
      knowledge: this.#knowledge,
      nowMs,
      seed: state.sequence,
      tickets: 'everyone',
      newIn: state.rules.queues.map(({ letter }) => letter),
    });
    this.#latest = rounded({ byTicket, byQueue });
    return this.#latest;
  }

  /** Of a person who has just taken a number; null where nobody can say. */
  ofNew(state: DayState, ticket: Ticket, nowMs: number): WaitingRange | null {
    const { ticketId, queue, hasPriority, booking } = ticket;
    // Who takes a number in the ordinary way is who the latest answer was about.
    if (!hasPriority && booking === null) return this.#latest.byQueue.get(queue) ?? null;
    if (state.line.size > MOST_WAITING) return null;
    // They are called early, and then the replays end.
    const answer = estimateWaits({
      state,
      knowledge: this.#knowledge,
      nowMs,
      seed: state.sequence,
      tickets: [ticketId],
      newIn: [],
    });
    return rounded(answer).byTicket.get(ticketId) ?? null;
  }

  #learn(pastDays: readonly (readonly Cell[])[]): Knowledge {
    const { description, counters } = this.#setup;
    const queues = description.queues.map(({ letter }) => letter);
    return learn(pastDays, { queues, counters });
  }
}

function rounded({
  byTicket,
  byQueue,
}: Pick<ReturnType<typeof estimateWaits>, 'byTicket' | 'byQueue'>): Ranges {
  return {
    byTicket: new Map([...byTicket].map(([key, wait]) => [key, waitRange(wait)])),
    byQueue: new Map([...byQueue].map(([key, wait]) => [key, waitRange(wait)])),
  };
}
