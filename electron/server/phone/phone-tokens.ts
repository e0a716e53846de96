import { createHmac, randomBytes } from 'node:crypto';
import { serviceDayAt } from '../../queue/calendar/service-day.ts';
import type { DayState } from '../../queue/state.ts';
import type { Ticket, TicketId } from '../../queue/ticket.ts';
import { sha256 } from '../auth/secrets.ts';
import type { PhoneSecretStore } from '../store/store.ts';

/** 128 bits: nobody guesses the page of another. */
const TOKEN_BYTES = 16;
const SECRET_BYTES = 32;

/** The tickets of one day, by the hash of their token. */
type Index = {
  readonly serviceDay: string;
  readonly secret: string;
  /** How far the ledger had gone when the tickets were gathered. */
  sequence: number;
  readonly known: Set<TicketId>;
  readonly ticketIds: Map<string, TicketId>;
};

export type PhoneTokensOptions = {
  readonly store: PhoneSecretStore;
  readonly officeId: string;
  readonly nowMs: () => number;
};

/**
 * What leads from the address of a phone page to a ticket: derived from the ticket's id with a
 * random secret of the day. Nothing is kept for a ticket, every server on the database derives the
 * same after any restart, and once the day's secret is deleted no token leads anywhere, nor can
 * it be told which ticket one was of.
 */
export class PhoneTokens {
  readonly #options: PhoneTokensOptions;
  #index: Index | null = null;

  constructor(options: PhoneTokensOptions) {
    this.#options = options;
  }

  /** The token of a ticket of a day, made to stand in a URL. */
  async tokenOf(serviceDay: string, ticketId: TicketId): Promise<string> {
    return derive((await this.#indexOf(serviceDay)).secret, ticketId);
  }

  /** The ticket that a token is of, as the day has it now; null for anything else. */
  async find(
    day: { readonly serviceDay: string; readonly state: DayState },
    token: string,
  ): Promise<Ticket | null> {
    const { serviceDay, state } = day;
    // Until the first request after midnight the day in hand is the one before.
    if (serviceDay !== serviceDayAt(this.#options.nowMs())) return null;
    if (state.tickets.size === 0) return null;
    const index = await this.#indexOf(serviceDay);
    if (index.sequence !== state.sequence) gather(index, state);
    // Looked up by its hash, so that the time it takes tells nothing about tokens that exist.
    const ticketId = index.ticketIds.get(sha256(token));
    return ticketId === undefined ? null : (state.tickets.get(ticketId) ?? null);
  }

  async #indexOf(serviceDay: string): Promise<Index> {
    if (this.#index?.serviceDay === serviceDay) return this.#index;
    const { store, officeId } = this.#options;
    const proposal = randomBytes(SECRET_BYTES).toString('base64url');
    const secret = await store.phoneSecret({ officeId, serviceDay }, proposal);
    this.#index = { serviceDay, secret, sequence: 0, known: new Set(), ticketIds: new Map() };
    return this.#index;
  }
}

function derive(secret: string, ticketId: TicketId): string {
  const mac = createHmac('sha256', secret).update(ticketId).digest();
  return mac.subarray(0, TOKEN_BYTES).toString('base64url');
}

function gather(index: Index, { tickets, sequence }: DayState): void {
  for (const { ticketId } of tickets.values()) {
    if (index.known.has(ticketId)) continue;
    index.known.add(ticketId);
    index.ticketIds.set(sha256(derive(index.secret, ticketId)), ticketId);
  }
  index.sequence = sequence;
}
