import { setTimeout as pause } from 'node:timers/promises';
import type { ApiError } from '../contract/errors.ts';
import { err, ok, type Result } from '../contract/result.ts';
import type { BoardCall } from '../contract/views.ts';
import { serviceDayAt } from '../queue/calendar/service-day.ts';
import type { QueueActivity } from '../queue/calendar/trusted-clock.ts';
import type { QueueCommand } from '../queue/command.ts';
import { decide } from '../queue/decide.ts';
import type { RecordedEvent } from '../queue/event.ts';
import { evolve } from '../queue/evolve.ts';
import type { QueueError } from '../queue/queue-error.ts';
import { type DayState, newDay } from '../queue/state.ts';
import type { OfficeSetup } from './office.ts';
import type { CommandRecord, OfficeDay, Store } from './store/store.ts';
import { callsAfter } from './views/calls.ts';

/** The day as the ledger has it, with what is read from it again and again. */
export type Day = {
  readonly serviceDay: string;
  readonly state: DayState;
  /** Calls and repeated calls, oldest first. */
  readonly calls: readonly BoardCall[];
};

/** A command as a client sent it. */
export type Asked<Reply> = {
  /** Null for requests that change nothing when repeated. */
  readonly commandId: string | null;
  /** What is asked and on whose behalf; see {@link CommandRecord}. */
  readonly fingerprint: string;
  readonly command: QueueCommand;
  /** The answer, from the day as it is after the events. */
  readonly reply: (state: DayState, events: readonly RecordedEvent[], day: string) => Reply;
};

export type QueueServiceOptions = {
  readonly store: Store;
  readonly office: OfficeSetup;
  readonly nowMs: () => number;
  /** Milliseconds that nobody can set; see {@link ClockReading}. */
  readonly uptimeMs: () => number;
  /** Called after each commit and each change of day. */
  readonly onChange: (day: Day) => void;
  /** Called when a service day begins, before anything happens in it. */
  readonly onNewDay: (serviceDay: string) => void;
};

/**
 * A writer that loses this often in a row is not racing: something is wrong. With three servers on
 * one office, the chance to lose even ten times is below one in a thousand.
 */
const MOST_CONFLICTS = 100;

/** After the first lost races a writer steps back for a moment that grows up to this. */
const LONGEST_STEP_BACK_MS = 50;

/**
 * Carries out the commands of one office, one after the other: decides, writes durably, and only
 * then lets anyone know. Another server on the same database is met by writing at an expected
 * sequence number: who comes second reads what happened and decides again.
 */
export class QueueService {
  readonly #options: QueueServiceOptions;
  readonly #stopListening: () => void;
  #day: Day;
  /** When an event was last seen to happen. */
  #lastEventUptimeMs: number | null = null;
  /** The tail of the line of commands. */
  #line: Promise<unknown> = Promise.resolve();
  /** A look into the ledger that is still in line. */
  #nextLook: Promise<void> | null = null;

  private constructor(options: QueueServiceOptions, day: Day) {
    this.#options = options;
    this.#day = day;
    this.#stopListening = options.store.onAppended((changed) => this.#hear(changed));
  }

  /**
   * Reads the present day back from the ledger.
   *
   * @throws LedgerDamage when its events contradict each other.
   */
  static async start(options: QueueServiceOptions): Promise<QueueService> {
    const serviceDay = serviceDayAt(options.nowMs());
    const service = new QueueService(options, emptyDay(options.office, serviceDay));
    // In line, for another server may be heard meanwhile. Nothing is written before the ledger has
    // been read: a damaged one is left as it is.
    await service.#afterOthers(async () => {
      await service.#readNews();
      service.#lastEventUptimeMs = null;
      options.onNewDay(serviceDay);
      await service.#forgetClosedCounters(service.#day);
    });
    return service;
  }

  get day(): Day {
    return this.#day;
  }

  /** What tells whether people are here. */
  get activity(): QueueActivity {
    const { waiting, called, serving, parked } = this.#day.state.ticketsByStatus;
    return {
      hasOpenTickets: waiting + called + serving + parked > 0,
      lastEventUptimeMs: this.#lastEventUptimeMs,
    };
  }

  /** Hears no more of other servers. */
  stop(): void {
    this.#stopListening();
  }

  /**
   * Reads what other servers have written, and tells it. Whoever asks while a look is in line
   * shares it: it will see all that is written until its turn.
   */
  catchUp(): Promise<void> {
    if (this.#nextLook !== null) return this.#nextLook;
    const look = this.inLine(async () => {
      if (this.#nextLook === look) this.#nextLook = null;
      if (await this.#readNews()) this.#options.onChange(this.#day);
    });
    const forget = () => {
      if (this.#nextLook === look) this.#nextLook = null;
    };
    look.catch(forget);
    this.#nextLook = look;
    return look;
  }

  /** Runs an action when every command before it is done, and before any after it. */
  inLine<T>(action: () => Promise<T>): Promise<T> {
    return this.#afterOthers(async () => {
      await this.#keepDay();
      return action();
    });
  }

  #afterOthers<T>(action: () => Promise<T>): Promise<T> {
    const result = this.#line.then(action);
    this.#line = result.catch(() => undefined);
    return result;
  }

  /** Goes on to the service day of the present time. */
  async rollOver(): Promise<void> {
    await this.inLine(async () => undefined);
  }

  /** Carries out a command; the answer is known only when it is durable. */
  execute<Reply>(asked: Asked<Reply>): Promise<Result<Reply, ApiError>> {
    return this.inLine(() => this.executeInLine(asked));
  }

  /** The same for a caller that is in line already. */
  async executeInLine<Reply>(asked: Asked<Reply>): Promise<Result<Reply, ApiError>> {
    for (let attempt = 0; attempt < MOST_CONFLICTS; attempt += 1) {
      const outcome = await this.#attempt(asked, this.#day);
      if (outcome.kind === 'appended') {
        this.#advance(outcome.events);
        this.#options.onChange(this.#day);
        return ok(outcome.reply);
      }
      // Known, refused, or lost the race: perhaps for what another server has written meanwhile, or
      // this one without hearing that it was written.
      const isNews = await this.#readNews();
      if (isNews) this.#options.onChange(this.#day);
      if (outcome.kind === 'known') return outcome.answer;
      if (outcome.kind === 'refused' && !isNews) return err(toApiError(outcome.error));
      await stepBack(attempt);
    }
    throw new Error(`Lost the race for the ledger ${MOST_CONFLICTS} times in a row`);
  }

  /** Carries out a command on the present day or one that is still to come. */
  executeOn<Reply>(serviceDay: string, asked: Asked<Reply>): Promise<Result<Reply, ApiError>> {
    // In line, for the day that was the present one may be over when it is this command's turn.
    return this.inLine(async () => {
      const today = this.#day.serviceDay;
      if (serviceDay < today) return err({ code: 'dayIsOver', serviceDay });
      return serviceDay === today ? this.executeInLine(asked) : this.#prepare(serviceDay, asked);
    });
  }

  async #prepare<Reply>(serviceDay: string, asked: Asked<Reply>): Promise<Result<Reply, ApiError>> {
    const { office, store } = this.#options;
    const day: OfficeDay = { officeId: office.officeId, serviceDay };
    for (let attempt = 0; attempt < MOST_CONFLICTS; attempt += 1) {
      const events = await store.readDay(day, 0);
      const state = events.reduce(evolve, newDay(office.dayRules(serviceDay)));
      const outcome = await this.#attempt(asked, { serviceDay, state, calls: [] });
      if (outcome.kind === 'appended') return ok(outcome.reply);
      if (outcome.kind === 'known') return outcome.answer;
      if (outcome.kind === 'refused') return err(toApiError(outcome.error));
      await stepBack(attempt);
    }
    throw new Error(`Lost the race for the ledger ${MOST_CONFLICTS} times in a row`);
  }

  /** The answer that was given to the same command before, if any. */
  async findReply<Reply>(asked: {
    readonly commandId: string | null;
    readonly fingerprint: string;
  }): Promise<Result<Reply, ApiError> | null> {
    if (asked.commandId === null) return null;
    const known = await this.#options.store.findCommand(asked.commandId);
    if (known === null) return null;
    if (known.fingerprint !== asked.fingerprint) return err({ code: 'commandIdReused' });
    // Written by this method's own caller from a value of the same type.
    return ok(JSON.parse(known.reply) as Reply);
  }

  async #attempt<Reply>(asked: Asked<Reply>, { state, serviceDay }: Day): Promise<Attempt<Reply>> {
    const { store, nowMs, office } = this.#options;
    const answer = await this.findReply<Reply>(asked);
    if (answer !== null) return { kind: 'known', answer };
    const decision = decide(state, asked.command, nowMs());
    if (!decision.ok) return { kind: 'refused', error: decision.error };
    const events = decision.value;
    const reply = asked.reply(events.reduce(evolve, state), events, serviceDay);
    const { commandId, fingerprint } = asked;
    const command: CommandRecord | null =
      commandId === null ? null : { commandId, fingerprint, reply: JSON.stringify(reply) };
    const day: OfficeDay = { officeId: office.officeId, serviceDay };
    const outcome = await store.append({ day, events, command });
    return outcome === 'appended' ? { kind: 'appended', events, reply } : { kind: 'lostRace' };
  }

  /** Another server has written. */
  #hear({ officeId, serviceDay }: OfficeDay): void {
    if (officeId !== this.#options.office.officeId || serviceDay !== this.#day.serviceDay) return;
    this.catchUp().catch(() => {
      // The database cannot be read now; whoever writes next reads it again.
    });
  }

  #advance(events: readonly RecordedEvent[]): void {
    if (events.length === 0) return;
    this.#lastEventUptimeMs = this.#options.uptimeMs();
    this.#day = after(this.#day, events);
  }

  /** Reads what the ledger has beyond our state; answers whether there was anything. */
  async #readNews(): Promise<boolean> {
    const { office, store } = this.#options;
    const { serviceDay, state } = this.#day;
    const day: OfficeDay = { officeId: office.officeId, serviceDay };
    const events = await store.readDay(day, state.sequence);
    this.#advance(events);
    return events.length > 0;
  }

  async #keepDay(): Promise<void> {
    const { nowMs, onNewDay, office, onChange, store, uptimeMs } = this.#options;
    // Back as well as forwards: the time handed in is one that is believed, and where it comes back
    // from a day that was wrong, the people of the right one must be there again.
    const serviceDay = serviceDayAt(nowMs());
    if (serviceDay === this.#day.serviceDay) return;
    // A day that cannot be read begins with the next command, and the screens hear of it then.
    const events = await store.readDay({ officeId: office.officeId, serviceDay }, 0);
    const day = after(emptyDay(office, serviceDay), events);
    await this.#forgetClosedCounters(day);
    onNewDay(serviceDay);
    this.#day = day;
    if (events.length > 0) this.#lastEventUptimeMs = uptimeMs();
    onChange(day);
  }

  /** Nobody holds a counter that is closed: not after a crash between the two, nor overnight. */
  async #forgetClosedCounters({ state }: Day): Promise<void> {
    const open = [...state.counters.keys()];
    await this.#options.store.releaseCountersExcept(this.#options.office.officeId, open);
  }
}

type Attempt<Reply> =
  | { readonly kind: 'appended'; readonly events: readonly RecordedEvent[]; readonly reply: Reply }
  | { readonly kind: 'known'; readonly answer: Result<Reply, ApiError> }
  | { readonly kind: 'refused'; readonly error: QueueError }
  | { readonly kind: 'lostRace' };

/** The more often a race was lost, the longer; by chance, so that two losers do not meet again. */
async function stepBack(attempt: number): Promise<void> {
  if (attempt < 2) return;
  await pause(Math.random() * Math.min(LONGEST_STEP_BACK_MS, 2 ** attempt));
}

/** The day after more of its events. */
function after({ serviceDay, ...day }: Day, events: readonly RecordedEvent[]): Day {
  let { state, calls } = day;
  for (const event of events) {
    const before = state;
    state = evolve(before, event);
    calls = callsAfter(calls, event, before, state);
  }
  return { serviceDay, state, calls };
}

function emptyDay(office: OfficeSetup, serviceDay: string): Day {
  return { serviceDay, state: newDay(office.dayRules(serviceDay)), calls: [] };
}

/** The domain's errors are part of the contract; only the arrays' mutability differs. */
function toApiError(error: QueueError): ApiError {
  return error.code === 'wrongTicketStatus' ? { ...error, expected: [...error.expected] } : error;
}
