import type { ApiError } from '../../electron/contract/errors.ts';
import type { TestAccount } from '../support/provision.ts';
import type { Asker } from './asker.ts';
import type { Random } from './random.ts';

const QUEUES = ['A', 'B', 'C'];
const COUNTERS = ['1', '2', '3', '4'];

/** What a clerk does, and how often, with nobody at the counter, somebody called, or served. */
const DEEDS = {
  free: { callNext: 70, fetchBack: 14, callAside: 6, issueTicket: 3, pause: 2, undo: 5 },
  called: {
    startService: 60,
    recall: 12,
    markNoShow: 10,
    parkTicket: 5,
    transferTicket: 5,
    cancelTicket: 2,
    closeTicket: 3,
    undo: 3,
  },
  serving: { closeTicket: 72, parkTicket: 9, transferTicket: 7, continueVisit: 7, undo: 5 },
} as const;

type Status = 'called' | 'serving';
type Aside = { readonly ticketId: string; readonly how: 'parked' | 'noShow' };

export type DeskOptions = {
  readonly asker: Asker;
  readonly random: Random;
  readonly officeId: string;
  readonly account: TestAccount;
  readonly counter: string;
  readonly isOpen: () => boolean;
};

/** A clerk at a counter, who knows only what was answered and finds out the rest by asking. */
export class Desk {
  readonly #options: DeskOptions;
  #ticket: { readonly ticketId: string; readonly status: Status } | null = null;
  readonly #aside: Aside[] = [];

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  /** Works until the office closes. */
  async run(): Promise<void> {
    await this.#signIn();
    while (this.#options.isOpen()) await this.#act();
  }

  async #signIn(): Promise<void> {
    const { asker, officeId, account, counter } = this.#options;
    const { account: name, password } = account;
    await asker.request('signIn', { office: officeId, account: name, password });
    await asker.ask('takeCounter', { counter });
  }

  #act(): Promise<void> {
    const { random } = this.#options;
    const ticket = this.#ticket;
    if (ticket === null) return this.#actAlone(random.weighted(DEEDS.free));
    const { ticketId, status } = ticket;
    return status === 'called'
      ? this.#actWith(ticketId, random.weighted(DEEDS.called))
      : this.#actWith(ticketId, random.weighted(DEEDS.serving));
  }

  async #actAlone(deed: keyof typeof DEEDS.free): Promise<void> {
    const { asker, random, counter } = this.#options;
    switch (deed) {
      case 'callNext':
        return this.#noteCall(await asker.ask('callNext', {}, counter));
      case 'callAside': {
        const aside = this.#takeAside();
        if (aside === null) return;
        return this.#noteCall(await asker.ask('callTicket', { ticketId: aside.ticketId }, counter));
      }
      case 'fetchBack': {
        const aside = this.#takeAside();
        if (aside === null) return;
        const { ticketId, how } = aside;
        const name = how === 'parked' ? 'resumeTicket' : 'returnTicket';
        return this.#note(await asker.ask(name, { ticketId }, counter));
      }
      case 'issueTicket': {
        const queue = random.oneOf(QUEUES) ?? '';
        const ticket = { queue, entry: 'walkIn', hasPriority: false } as const;
        return this.#note(await asker.ask('issueTicket', ticket, counter));
      }
      case 'pause':
        await this.#note(await asker.ask('pauseCounter', { reason: 'break' }, counter));
        return this.#note(await asker.ask('resumeCounter', {}, counter));
      case 'undo':
        return this.#undo();
    }
  }

  async #actWith(
    ticketId: string,
    deed: keyof typeof DEEDS.called | keyof typeof DEEDS.serving,
  ): Promise<void> {
    const { asker, counter } = this.#options;
    switch (deed) {
      case 'recall':
        return this.#note(await asker.ask('recall', { ticketId }, counter));
      case 'startService': {
        const started = await asker.ask('startService', { ticketId }, counter);
        if (started.ok) this.#ticket = { ticketId, status: 'serving' };
        return this.#note(started);
      }
      case 'transferTicket':
        return this.#noteGone(
          await asker.ask('transferTicket', { ticketId, to: this.#elsewhere() }, counter),
        );
      case 'continueVisit': {
        const queue = this.#options.random.oneOf(QUEUES) ?? '';
        return this.#noteGone(await asker.ask('continueVisit', { ticketId, queue }, counter));
      }
      case 'parkTicket':
      case 'markNoShow': {
        const done = await asker.ask(deed, { ticketId }, counter);
        const how = deed === 'parkTicket' ? 'parked' : 'noShow';
        if (done.ok) this.#aside.push({ ticketId, how });
        return this.#noteGone(done);
      }
      case 'closeTicket':
      case 'cancelTicket':
        return this.#noteGone(await asker.ask(deed, { ticketId }, counter));
      case 'undo':
        return this.#undo();
    }
  }

  /** What the counter has after an undo is learned from the next refusal. */
  async #undo(): Promise<void> {
    const { asker, counter } = this.#options;
    const undone = await asker.ask('undo', {}, counter);
    if (undone.ok) this.#ticket = null;
    return this.#note(undone);
  }

  #takeAside(): Aside | null {
    const aside = this.#options.random.oneOf(this.#aside);
    if (aside !== null) this.#aside.splice(this.#aside.indexOf(aside), 1);
    return aside;
  }

  #elsewhere(): { queue: string } | { counter: string } {
    const { random } = this.#options;
    const counter = random.oneOf(COUNTERS) ?? '';
    return random.chance(0.5) ? { counter } : { queue: random.oneOf(QUEUES) ?? '' };
  }

  async #noteCall(
    called: { ok: true; value: { ticketId: string } } | { ok: false; error: ApiError },
  ): Promise<void> {
    if (called.ok) this.#ticket = { ticketId: called.value.ticketId, status: 'called' };
    else await this.#note(called);
  }

  async #noteGone(done: { ok: true } | { ok: false; error: ApiError }): Promise<void> {
    if (done.ok) this.#ticket = null;
    else await this.#note(done);
  }

  /** A refusal tells what the clerk did not know: copies of commands may have come late. */
  async #note(done: { ok: true } | { ok: false; error: ApiError }): Promise<void> {
    if (done.ok) return;
    const { error } = done;
    const { asker, counter } = this.#options;
    switch (error.code) {
      case 'counterBusy':
        this.#ticket = { ticketId: error.ticketId, status: 'called' };
        return;
      case 'wrongTicketStatus': {
        const { ticketId, status } = error;
        const isHere = status === 'called' || status === 'serving';
        this.#ticket = isHere && this.#ticket?.ticketId === ticketId ? { ticketId, status } : null;
        return;
      }
      case 'counterPaused':
        await asker.ask('resumeCounter', {}, counter);
        return;
      case 'noCounter':
      case 'counterNotOpen':
        await asker.ask('takeCounter', { counter });
        return;
      case 'unauthenticated':
        return this.#signIn();
      case 'ticketNotAtCounter':
      case 'ticketNotFound':
        this.#ticket = null;
        return;
      default:
        return;
    }
  }
}
