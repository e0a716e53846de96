import { randomUUID } from 'node:crypto';
import type { ApiError } from '../../electron/contract/errors.ts';
import { atCounter, type Client, client, must, openFeed, takeTicket } from '../support/client.ts';
import { testAccounts } from '../support/provision.ts';
import type { Site, SiteOffice } from './site.ts';

export type OfficeJourneySize = {
  readonly ticketsPerKiosk: number;
  /** At most four: the demo office has no more counters. */
  readonly desks: number;
};

/** What happened in one office. */
export type OfficeJourney = {
  readonly issuedCodes: readonly string[];
  readonly calledCodes: readonly string[];
  readonly shownCodes: readonly string[];
  /** Of requests that failed, "nobody is waiting" aside. */
  readonly errors: readonly ApiError['code'][];
  readonly issueMs: readonly number[];
  readonly callMs: readonly number[];
};

const QUEUES = ['A', 'B', 'C'];

/** A board that has not shown a call this long after the last desk went home has lost it. */
const LONGEST_ANNOUNCEMENT_MS = 15_000;

/** Who asks which server: its own for the board, the others for the desks, all for the kiosks. */
function serversOf({ urls }: Site, officeNumber: number) {
  const at = (list: readonly string[], index: number): string =>
    list[index % list.length] ?? urls[0];
  const board = at(urls, officeNumber);
  const others = urls.length === 1 ? urls : urls.filter((url) => url !== board);
  return {
    board,
    desk: (index: number) => at(others, index),
    kiosk: (index: number) => at(urls, index),
  };
}

/**
 * Seats the staff of one office at their counters. The answer sets out: kiosks take tickets at once
 * while desks call, serve and close them, and a board listens, on a server other than those that
 * call.
 */
export async function prepareJourney(
  site: Site,
  office: SiteOffice,
  size: OfficeJourneySize,
): Promise<() => Promise<OfficeJourney>> {
  const servers = serversOf(site, site.offices.indexOf(office));
  const kiosks = office.kioskTokens.map((token, index) => client(servers.kiosk(index), token));
  const desks: Client[] = [];
  for (const [index, someone] of Object.values(testAccounts).slice(0, size.desks).entries()) {
    const account = { ...someone, office: office.officeId };
    desks.push(await atCounter(servers.desk(index), account, String(index + 1)));
  }
  const board = await openFeed(
    servers.board,
    client(servers.board, office.boardTokens[0]).headers(),
  );
  await board.next();

  const issueMs: number[] = [];
  const callMs: number[] = [];
  const issuedCodes: string[] = [];
  const calledCodes: string[] = [];
  const shownCodes: string[] = [];
  const errors: ApiError['code'][] = [];
  let isIssuing = true;
  const issued = new Signal();
  const shown = new Signal();

  async function issueAll(kiosk: Client, index: number): Promise<void> {
    for (let count = 0; count < size.ticketsPerKiosk; count += 1) {
      const sentAt = performance.now();
      const ticket = await takeTicket(kiosk, QUEUES[(index + count) % QUEUES.length]);
      issueMs.push(performance.now() - sentAt);
      if (ticket.ok) issuedCodes.push(ticket.value.code);
      else errors.push(ticket.error.code);
      issued.raise();
    }
  }

  async function drain(desk: Client): Promise<void> {
    for (;;) {
      const wasIssuing = isIssuing;
      const next = issued.next();
      const sentAt = performance.now();
      const called = await desk.call('callNext', { commandId: randomUUID() });
      if (!called.ok) {
        if (called.error.code !== 'nobodyWaiting') errors.push(called.error.code);
        if (!wasIssuing) return;
        await next;
        continue;
      }
      callMs.push(performance.now() - sentAt);
      const { ticketId, code } = called.value;
      calledCodes.push(code);
      for (const step of ['startService', 'closeTicket'] as const) {
        const done = await desk.call(step, { commandId: randomUUID(), ticketId });
        if (!done.ok) errors.push(done.error.code);
      }
    }
  }

  async function watch(): Promise<void> {
    for (;;) {
      const message = await board.next().catch(() => null);
      if (message === null) return shown.raise();
      if (message.type === 'change') shownCodes.push(...message.calls.map(({ code }) => code));
      shown.raise();
    }
  }

  return async () => {
    const watching = watch();
    const draining = desks.map(drain);
    await Promise.all(kiosks.map(issueAll));
    isIssuing = false;
    issued.raise();
    await Promise.all(draining);
    const isOver = AbortSignal.timeout(LONGEST_ANNOUNCEMENT_MS);
    isOver.addEventListener('abort', () => {
      board.close();
      // The feed may have ended before: then nobody else wakes who waits here.
      shown.raise();
    });
    while (shownCodes.length < calledCodes.length && !isOver.aborted) await shown.next();
    board.close();
    await watching;
    for (const desk of desks) must(await desk.call('signOut', {}));
    return { issuedCodes, calledCodes, shownCodes, errors, issueMs, callMs };
  };
}

/** Lets those who wait for something go on whenever it happens. */
class Signal {
  #raise: () => void = () => undefined;
  #next = this.#promise();

  next(): Promise<void> {
    return this.#next;
  }

  raise(): void {
    this.#raise();
    this.#next = this.#promise();
  }

  #promise(): Promise<void> {
    return new Promise((resolve) => {
      this.#raise = resolve;
    });
  }
}
