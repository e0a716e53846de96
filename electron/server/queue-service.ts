import type { ApiError } from '../contract/errors.ts';
import { err, ok, type Result } from '../contract/result.ts';
import type { BoardCall } from '../contract/views.ts';
import type { QueueCommand } from '../queue/command.ts';
import { decide } from '../queue/decide.ts';
import type { RecordedEvent } from '../queue/event.ts';
import { serviceDayAt } from '../queue/service-day.ts';
import { type DayState, evolve, newDay } from '../queue/state.ts';
import type { OfficeSetup } from './office.ts';
import type { CommandRecord, OfficeDay, Store } from './store/store.ts';
import { callIn } from './views/calls.ts';

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
  /** Called after each commit and each change of day. */
  readonly onChange: (day: Day) => void;
  /** Called when a service day begins, before anything happens in it. */
  readonly onNewDay: (serviceDay: string) => Promise<void>;
};

/** A writer that loses this often in a row is not racing: something is wrong. */
const MOST_CONFLICTS = 20;

/**
 * Carries out the commands of one office, one after the other: decides, writes durably, and only
 * then lets anyone know. Another server on the same database is met by writing at an expected
 * sequence number: who comes second reads what happened and decides again.
 */
export class QueueService {
  readonly #options: QueueServiceOptions;
  #day: Day;
  /** The tail of the line of commands. */
  #line: Promise<unknown> = Promise.resolve();

  private constructor(options: QueueServiceOptions, day: Day) {
    this.#options = options;
    this.#day = day;
  }

  /**
   * Reads the present day back from the ledger.
   *
   * @throws LedgerDamage when its events contradict each other.
   */
  static async start(options: QueueServiceOptions): Promise<QueueService> {
    const serviceDay = serviceDayAt(options.nowMs());
    const service = new QueueService(options, emptyDay(options.office, serviceDay));
    // Before anything is deleted or written: a damaged ledger is left as it is.
    await service.#catchUp();
    await options.onNewDay(serviceDay);
    await service.#forgetClosedCounters();
    return service;
  }

  get day(): Day {
    return this.#day;
  }

  /** Runs an action when every command before it is done, and before any after it. */
  inLine<T>(action: () => Promise<T>): Promise<T> {
    const result = this.#line.then(async () => {
      await this.#keepDay();
      return action();
    });
    this.#line = result.catch(() => undefined);
    return result;
  }

  /** Begins the new service day when its date has come. */
  async rollOver(): Promise<void> {
    await this.inLine(async () => undefined);
  }

  /** Carries out a command; the answer is known only when it is durable. */
  execute<Reply>(asked: Asked<Reply>): Promise<Result<Reply, ApiError>> {
    return this.inLine(() => this.executeInLine(asked));
  }

  /** The same for a caller that is in line already. */
  async executeInLine<Reply>(asked: Asked<Reply>): Promise<Result<Reply, ApiError>> {
    const { store, nowMs } = this.#options;
    for (let attempt = 0; attempt < MOST_CONFLICTS; attempt += 1) {
      const known = await this.findReply<Reply>(asked);
      if (known !== null) return known;

      const { state, serviceDay } = this.#day;
      const decision = decide(state, asked.command, nowMs());
      if (!decision.ok) return err(toApiError(decision.error));
      const events = decision.value;
      const next = events.reduce(evolve, state);
      const reply = asked.reply(next, events, serviceDay);
      const command: CommandRecord | null =
        asked.commandId === null
          ? null
          : {
              commandId: asked.commandId,
              fingerprint: asked.fingerprint,
              reply: JSON.stringify(reply),
            };
      const outcome = await store.append({ day: this.#officeDay(), events, command });
      if (outcome === 'appended') {
        this.#advance(events);
        this.#options.onChange(this.#day);
        return ok(reply);
      }
      if (await this.#catchUp()) this.#options.onChange(this.#day);
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

  #officeDay(): OfficeDay {
    return { officeId: this.#options.office.officeId, serviceDay: this.#day.serviceDay };
  }

  #advance(events: readonly RecordedEvent[]): void {
    const { serviceDay } = this.#day;
    let { state } = this.#day;
    const calls: BoardCall[] = [];
    for (const event of events) {
      state = evolve(state, event);
      const call = callIn(state, event);
      if (call !== null) calls.push(call);
    }
    this.#day = { serviceDay, state, calls: [...this.#day.calls, ...calls] };
  }

  /** Reads what the ledger has beyond our state; answers whether there was anything. */
  async #catchUp(): Promise<boolean> {
    const events = await this.#options.store.readDay(this.#officeDay(), this.#day.state.sequence);
    this.#advance(events);
    return events.length > 0;
  }

  async #keepDay(): Promise<void> {
    const { nowMs, onNewDay, office, onChange } = this.#options;
    // Policy time, as in the domain: a clock set back over midnight does not reopen yesterday.
    const serviceDay = serviceDayAt(Math.max(this.#day.state.lastEventAtMs, nowMs()));
    if (serviceDay === this.#day.serviceDay) return;
    await onNewDay(serviceDay);
    this.#day = emptyDay(office, serviceDay);
    await this.#catchUp();
    await this.#forgetClosedCounters();
    onChange(this.#day);
  }

  /** Nobody holds a counter that is closed: not after a crash between the two, nor overnight. */
  async #forgetClosedCounters(): Promise<void> {
    const open = [...this.#day.state.counters.keys()];
    await this.#options.store.releaseCountersExcept(this.#options.office.officeId, open);
  }
}

function emptyDay(office: OfficeSetup, serviceDay: string): Day {
  return { serviceDay, state: newDay(office.rules), calls: [] };
}

/** The domain's errors are part of the contract; only the arrays' mutability differs. */
function toApiError(error: Extract<ReturnType<typeof decide>, { ok: false }>['error']): ApiError {
  return error.code === 'wrongTicketStatus' ? { ...error, expected: [...error.expected] } : error;
}
