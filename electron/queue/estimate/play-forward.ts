import { countsFromMs } from '../appointments/appointment.ts';
import type { QueueLetter, TicketId } from '../ticket.ts';
import type { OfficeModel } from './office-model.ts';
import { type ReplayLanes, ReplayLine, type ReplayPerson } from './replay-line.ts';
import type { Situation, SituationCounter, SituationPerson } from './situation.ts';

/** Whom a replay watches: people who wait, and queues in which somebody could take a number. */
export interface Watched {
  readonly tickets: readonly TicketId[];
  readonly queues: readonly QueueLetter[];
}

/** When each of the watched is called: first the tickets, then the queues. Infinity for never. */
export type CallTimes = readonly number[];

/** Whoever has not been called by then is never called in a replay. */
const HORIZON_MS = 8 * 3_600_000;

const NOT_WATCHED = -1;

interface Person extends ReplayPerson {
  queue: QueueLetter;
  /** Place in the {@link CallTimes}. */
  watchedAs: number;
  /** Who only asks when they would be called, and takes no time at the counter. */
  isGhost: boolean;
}

interface Counter {
  readonly lanes: ReplayLanes;
  /** When it will call, pause or have nobody; Infinity while it waits for people. */
  readyAtMs: number;
  /** Since when it has had nobody to call; null while it works. */
  idleSinceMs: number | null;
  nextPauseMs: number;
}

/**
 * Plays the rest of a day once: the line with its real policy, and a model for all that is not
 * known. It ends when all the watched have been called.
 */
export function playForward(situation: Situation, model: OfficeModel, watched: Watched): CallTimes {
  return new Replay(situation, model, watched).run();
}

class Replay {
  readonly #situation: Situation;
  readonly #model: OfficeModel;
  readonly #line: ReplayLine<Person>;
  readonly #callTimes: number[];
  #unanswered: number;
  readonly #counters: Counter[];
  /** Who comes (back) to the line at a known time. */
  readonly #coming: { atMs: number; person: Person }[] = [];
  readonly #openings: { readonly atMs: number; readonly lanes: ReplayLanes }[];
  readonly #walkInsMs: number[];
  #nextOrder: number;

  constructor(situation: Situation, model: OfficeModel, watched: Watched) {
    const { state, nowMs, queues, laneCount, waiting } = situation;
    const watchedTickets = new Map(watched.tickets.map((ticketId, index) => [ticketId, index]));
    this.#situation = situation;
    this.#model = model;
    this.#line = new ReplayLine(state.rules, laneCount);
    this.#unanswered = watched.tickets.length + watched.queues.length;
    this.#callTimes = new Array<number>(this.#unanswered).fill(Number.POSITIVE_INFINITY);
    this.#nextOrder = situation.nextOrder;
    for (const person of waiting) {
      const watchedAs = watchedTickets.get(person.ticketId) ?? NOT_WATCHED;
      this.#comeWhenCallable({ ...person, watchedAs, isGhost: false });
    }
    for (const [index, queue] of watched.queues.entries()) {
      this.#line.add(this.#newcomer(queue, nowMs, watched.tickets.length + index));
    }
    this.#counters = situation.counters.map((counter) => this.#startCounter(counter));
    this.#openings = model
      .openings(nowMs, situation.openCounters)
      .map(({ atMs, queues: served }) => ({
        atMs,
        lanes: situation.lanesOfNewCounter(served),
      }));
    this.#walkInsMs = queues.map((queue) => model.nextWalkInMs(queue, nowMs));
    this.#awaitBookings();
    this.#awaitAbsentees();
  }

  run(): CallTimes {
    const untilMs = this.#situation.nowMs + HORIZON_MS;
    while (this.#unanswered > 0) {
      const atMs = this.#step();
      if (atMs > untilMs) break;
    }
    return this.#callTimes;
  }

  /** Lets the next thing happen. Answers when it was, Infinity when nothing more can happen. */
  #step(): number {
    let atMs = Number.POSITIVE_INFINITY;
    let ready: Counter | null = null;
    for (const counter of this.#counters) {
      if (counter.readyAtMs >= atMs) continue;
      atMs = counter.readyAtMs;
      ready = counter;
    }
    let walkIn = -1;
    for (let index = 0; index < this.#walkInsMs.length; index += 1) {
      const walkInMs = this.#walkInsMs[index] ?? Number.POSITIVE_INFINITY;
      if (walkInMs >= atMs) continue;
      atMs = walkInMs;
      walkIn = index;
    }
    const opening = this.#openings[0];
    const coming = this.#coming.at(-1);
    const comingMs = coming?.atMs ?? Number.POSITIVE_INFINITY;
    if (opening !== undefined && opening.atMs < Math.min(atMs, comingMs)) {
      this.#openings.shift();
      this.#counters.push(this.#freshCounter(opening.lanes, opening.atMs));
      return opening.atMs;
    }
    if (coming !== undefined && comingMs < atMs) {
      this.#coming.pop();
      this.#arrive(coming.person, comingMs);
      return comingMs;
    }
    if (walkIn !== -1) this.#walkIn(walkIn, atMs);
    else if (ready !== null) this.#work(ready, atMs);
    return atMs;
  }

  #freshCounter(lanes: ReplayLanes, atMs: number): Counter {
    return {
      lanes,
      readyAtMs: atMs,
      idleSinceMs: null,
      nextPauseMs: this.#model.nextPauseMs(atMs),
    };
  }

  /** When a counter that is at work now will be ready. */
  #startCounter(counter: SituationCounter): Counter {
    const { nowMs } = this.#situation;
    const model = this.#model;
    const { person, calledAtMs, startedAtMs, freedAtMs, lastCallMs, sinceMs, isPaused, lanes } =
      counter;
    const elapsed = (fromMs: number | null) => Math.max(0, nowMs - (fromMs ?? nowMs));
    let readyAtMs = nowMs;
    // A wish for a pause may have come up since the counter last had the choice.
    let workedSinceMs = nowMs;
    if (person !== null) {
      workedSinceMs = calledAtMs ?? nowMs;
      if (startedAtMs === null) {
        readyAtMs = this.#attend(fresh(person), workedSinceMs, elapsed(calledAtMs));
      } else {
        const serviceMs = model.serviceMs(person.queue, elapsed(startedAtMs));
        const endsAtMs = startedAtMs + serviceMs;
        this.#endService(fresh(person), calledAtMs ?? startedAtMs, endsAtMs);
        readyAtMs = endsAtMs + model.betweenCallsMs(0);
      }
    } else if (freedAtMs !== null) {
      // Who has just come does not tell whether the counter was still busy with the last person.
      const isKeptWaiting = this.#situation.waiting.some(
        ({ lane, sinceMs: joinedMs, notBeforeMs }) =>
          lanes.includes(lane) && Math.max(joinedMs, notBeforeMs) < nowMs,
      );
      const goneMs = isKeptWaiting ? elapsed(freedAtMs) : 0;
      readyAtMs = Math.max(nowMs, freedAtMs + model.betweenCallsMs(goneMs));
      if (readyAtMs > nowMs) workedSinceMs = lastCallMs ?? freedAtMs;
    }
    if (isPaused) {
      const resumesAtMs = sinceMs + model.pauseMs(elapsed(sinceMs));
      readyAtMs = Math.max(readyAtMs, resumesAtMs);
      workedSinceMs = resumesAtMs;
    }
    return { lanes, readyAtMs, idleSinceMs: null, nextPauseMs: model.nextPauseMs(workedSinceMs) };
  }

  #awaitBookings(): void {
    const { awaited, nowMs } = this.#situation;
    for (const { queue, bookedAtMs } of awaited) {
      const atMs = this.#model.bookedArrivalMs(queue, bookedAtMs, nowMs);
      if (atMs === null) continue;
      const countsFrom = countsFromMs(
        { code: '', bookedAtMs },
        atMs,
        this.#situation.state.rules.appointments,
      );
      const person: Person = {
        ...this.#newcomer(queue, atMs, NOT_WATCHED),
        countsFromMs: countsFrom,
        hasPriority: this.#model.declaresPriority(queue),
      };
      this.#expect(person, atMs);
    }
  }

  #awaitAbsentees(): void {
    const { nowMs } = this.#situation;
    for (const { person, why, sinceMs, calledAtMs } of this.#situation.absentees) {
      const goneMs = nowMs - sinceMs;
      if (why === 'parked') this.#expect(fresh(person), sinceMs + this.#model.asideMs(goneMs));
      else this.#expectReturn(fresh(person), calledAtMs, sinceMs, goneMs);
    }
  }

  #newcomer(queue: QueueLetter, atMs: number, watchedAs: number): Person {
    const order = this.#nextOrder;
    this.#nextOrder += 1;
    return {
      queue,
      lane: this.#situation.laneOfQueue(queue),
      hasPriority: false,
      arrivedMs: atMs,
      countsFromMs: atMs,
      notBeforeMs: 0,
      order,
      overtaken: 0,
      watchedAs,
      isGhost: watchedAs !== NOT_WATCHED,
    };
  }

  #walkIn(index: number, atMs: number): void {
    const queue = this.#situation.queues[index];
    if (queue === undefined) return;
    this.#walkInsMs[index] = this.#model.nextWalkInMs(queue, atMs);
    const person = this.#newcomer(queue, atMs, NOT_WATCHED);
    person.hasPriority = this.#model.declaresPriority(queue);
    this.#arrive(person, atMs);
  }

  /** Until "call next" may call them, it is as if they were not there. */
  #comeWhenCallable(person: Person): void {
    if (person.notBeforeMs > this.#situation.nowMs) this.#expect(person, person.notBeforeMs);
    else this.#line.add(person);
  }

  #expect(person: Person, atMs: number): void {
    let index = this.#coming.length;
    // The next to come is last, where it is cheap to take.
    while (index > 0 && (this.#coming[index - 1]?.atMs ?? 0) < atMs) index -= 1;
    this.#coming.splice(index, 0, { atMs, person });
  }

  #arrive(person: Person, atMs: number): void {
    this.#line.add(person);
    for (const counter of this.#counters) {
      if (counter.idleSinceMs === null || !counter.lanes.includes(person.lane)) continue;
      counter.readyAtMs = atMs;
    }
  }

  /** A counter that is ready pauses, calls somebody, or has nobody to call. */
  #work(counter: Counter, atMs: number): void {
    while (counter.nextPauseMs <= atMs) {
      // Who has nobody to serve goes at once, who serves somebody goes after that.
      const pausesAtMs = counter.idleSinceMs === null ? atMs : counter.nextPauseMs;
      const resumesAtMs = pausesAtMs + this.#model.pauseMs(0);
      counter.nextPauseMs = this.#model.nextPauseMs(resumesAtMs);
      if (resumesAtMs > atMs) {
        counter.readyAtMs = resumesAtMs;
        counter.idleSinceMs = null;
        return;
      }
    }
    const person = this.#next(counter, atMs);
    if (person === null) {
      counter.readyAtMs = Number.POSITIVE_INFINITY;
      counter.idleSinceMs = atMs;
      return;
    }
    counter.idleSinceMs = null;
    this.#line.call(person, counter.lanes, atMs);
    this.#answer(person, atMs);
    counter.readyAtMs = this.#attend(person, atMs, 0);
  }

  #next(counter: Counter, atMs: number): Person | null {
    for (;;) {
      const person = this.#line.next(counter.lanes, atMs);
      if (person === null || !person.isGhost) return person;
      this.#line.remove(person);
      this.#answer(person, atMs);
    }
  }

  #answer(person: Person, atMs: number): void {
    if (person.watchedAs === NOT_WATCHED) return;
    this.#callTimes[person.watchedAs] = atMs;
    this.#unanswered -= 1;
    person.watchedAs = NOT_WATCHED;
  }

  /** What becomes of a person called and not yet served. Answers when the counter is ready. */
  #attend(person: Person, calledAtMs: number, calledForMs: number): number {
    const model = this.#model;
    if (model.isNoShow(person.queue, calledForMs)) {
      const goneAtMs = calledAtMs + model.noShowMs(calledForMs);
      this.#expectReturn(person, calledAtMs, goneAtMs, 0);
      return goneAtMs + model.betweenCallsMs(0);
    }
    const startsAtMs = calledAtMs + model.walkMs(calledForMs);
    const endsAtMs = startsAtMs + model.serviceMs(person.queue, 0);
    this.#endService(person, calledAtMs, endsAtMs);
    return endsAtMs + model.betweenCallsMs(0);
  }

  /** A person who did not come is back some day, or never. */
  #expectReturn(person: Person, calledAtMs: number, sinceMs: number, goneMs: number): void {
    const absenceMs = this.#model.absenceMs(goneMs);
    if (absenceMs === null) return;
    const backAtMs = sinceMs + absenceMs;
    const awayMs = backAtMs - calledAtMs;
    person.arrivedMs += awayMs;
    person.countsFromMs += awayMs;
    person.notBeforeMs = backAtMs + this.#situation.state.rules.returnGuardMs;
    person.overtaken = 0;
    this.#expect(person, person.notBeforeMs);
  }

  #endService(person: Person, calledAtMs: number, endsAtMs: number): void {
    const end = this.#model.serviceEnd(person.queue);
    if (end.kind === 'closed') return;
    person.overtaken = 0;
    person.notBeforeMs = 0;
    if (end.kind === 'parked') {
      this.#expect(person, endsAtMs + this.#model.asideMs(0));
      return;
    }
    if (end.kind === 'continued') {
      person.arrivedMs += endsAtMs - calledAtMs;
      person.countsFromMs += endsAtMs - calledAtMs;
    }
    person.queue = end.toQueue;
    person.lane = this.#situation.laneOfQueue(end.toQueue);
    this.#expect(person, endsAtMs);
  }
}

/** For a replay to change. */
function fresh(person: SituationPerson): Person {
  return { ...person, watchedAs: NOT_WATCHED, isGhost: false };
}
