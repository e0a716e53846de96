import { nextOpeningAfter } from '../calendar/opening-hours.ts';
import type { DayState } from '../state.ts';
import type { QueueLetter, TicketId } from '../ticket.ts';
import type { Knowledge } from './knowledge.ts';
import { LearnedOffice } from './learned-office.ts';
import { OfficeClock } from './office-clock.ts';
import type { OfficeModel } from './office-model.ts';
import { playForward } from './play-forward.ts';
import { Random } from './random.ts';
import { type Situation, situationOf } from './situation.ts';
import { learnToday } from './today.ts';

/** How long until a person is called, from now; in milliseconds, not rounded. */
export interface WaitEstimate {
  /** One in ten is called earlier. */
  readonly lowMs: number;
  readonly medianMs: number;
  /** One in ten is called later. */
  readonly highMs: number;
}

export interface WaitQuestion {
  readonly state: DayState;
  /** What {@link learn} made of the past; for every queue of the day's rules. */
  readonly knowledge: Knowledge;
  /** The clock, UTC epoch milliseconds. */
  readonly nowMs: number;
  /** The same question with the same seed has the same answer. */
  readonly seed: number;
  /** Of whom it is asked. Few are answered sooner than all. */
  readonly tickets: 'everyone' | readonly TicketId[];
  /** Queues of which it is asked how long somebody would wait who took a number now. */
  readonly newIn: readonly QueueLetter[];
}

/** Whoever is missing will most likely not be called today, as things stand: nobody can say. */
export interface WaitAnswer {
  readonly byTicket: ReadonlyMap<TicketId, WaitEstimate>;
  readonly byQueue: ReadonlyMap<QueueLetter, WaitEstimate>;
}

/** Replays when few wait. More would narrow the answer's own error, which is 5 % of the range. */
const MOST_REPLAYS = 200;
const FEWEST_REPLAYS = 40;
/** People in all replays together, which is what they cost by. */
const PEOPLE_IN_REPLAYS = 16_000;
/**
 * After so many replays, whoever was left uncalled in more than a third of them is given up: it is
 * as good as certain that no upper end can be said, and waiting for them plays every day to its end.
 */
const GIVE_UP_AFTER = 20;

/**
 * How long people will wait. Plays the rest of the day many times with the real calling policy, each
 * time in another office that is possible given what is known. Ask it when a ticket is issued (for
 * that ticket), and for `everyone` at most every few seconds when the line has changed: the answer
 * for forty people costs some tens of milliseconds (see the README).
 */
export function estimateWaits(question: WaitQuestion): WaitAnswer {
  const { state, knowledge, seed, tickets, newIn } = question;
  const situation = situationOf(state, question.nowMs);
  const { nowMs } = situation;
  const { openingWindows } = state.rules;
  const clock = new OfficeClock(openingWindows, nowMs);
  const today = learnToday(knowledge, state, clock);
  const opened = openingWindows.findLast(({ opensAtMs }) => opensAtMs <= nowMs);
  const opensAtMs = opened?.opensAtMs ?? nextOpeningAfter(openingWindows, nowMs) ?? nowMs;
  const random = new Random(seed);
  const people = situation.waiting.length + situation.awaited.length;
  const replays = Math.max(
    FEWEST_REPLAYS,
    Math.min(MOST_REPLAYS, Math.floor(PEOPLE_IN_REPLAYS / (people + 1))),
  );
  return answerFrom(situation, tickets, newIn, replays, () => {
    return new LearnedOffice(today, clock, opensAtMs, random);
  });
}

/** The same with any model of the office: what an oracle would answer is asked in this way. */
export function answerFrom(
  situation: Situation,
  tickets: WaitQuestion['tickets'],
  newIn: readonly QueueLetter[],
  replays: number,
  makeModel: () => OfficeModel,
): WaitAnswer {
  const asked =
    tickets === 'everyone' ? situation.waiting.map(({ ticketId }) => ticketId) : tickets;
  const ofTickets = new Map(asked.map((ticketId) => [ticketId, new Float64Array(replays)]));
  const ofQueues = new Map(newIn.map((queue) => [queue, new Float64Array(replays)]));
  for (let replay = 0; replay < replays; replay += 1) {
    if (replay === GIVE_UP_AFTER) {
      giveUp(ofTickets);
      giveUp(ofQueues);
    }
    const watched = { tickets: [...ofTickets.keys()], queues: [...ofQueues.keys()] };
    const calls = playForward(situation, makeModel(), watched);
    let index = 0;
    for (const timesMs of [...ofTickets.values(), ...ofQueues.values()]) {
      timesMs[replay] = (calls[index] ?? Number.POSITIVE_INFINITY) - situation.nowMs;
      index += 1;
    }
  }
  return { byTicket: estimatesFrom(ofTickets), byQueue: estimatesFrom(ofQueues) };
}

function giveUp(times: Map<string, Float64Array>): void {
  for (const [key, timesMs] of times) {
    const uncalled = timesMs.filter((ms) => ms === Number.POSITIVE_INFINITY).length;
    if (uncalled > GIVE_UP_AFTER / 3) times.delete(key);
  }
}

function estimatesFrom<Key>(times: ReadonlyMap<Key, Float64Array>): ReadonlyMap<Key, WaitEstimate> {
  const estimates = [...times].map(([key, timesMs]) => [key, estimateFrom(timesMs)] as const);
  return new Map(estimates.filter(([, { highMs }]) => Number.isFinite(highMs)));
}

function estimateFrom(timesMs: Float64Array): WaitEstimate {
  timesMs.sort();
  return {
    lowMs: quantile(timesMs, 0.1),
    medianMs: quantile(timesMs, 0.5),
    highMs: quantile(timesMs, 0.9),
  };
}

/** With as much outside on either side as asked for, on average: the type 6 of Hyndman and Fan. */
function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length + 1) - 1;
  const below = Math.max(0, Math.min(sorted.length - 1, Math.floor(place)));
  const above = Math.min(sorted.length - 1, below + 1);
  const low = sorted[below] ?? 0;
  const high = sorted[above] ?? low;
  return low === high ? low : low + (high - low) * Math.max(0, place - below);
}
