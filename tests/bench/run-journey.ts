import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openForWriting } from '../../electron/server/store/sqlite/engine.ts';
import { atCounter, type Client, client, must, openFeed, takeTicket } from '../support/client.ts';
import { testAccounts } from '../support/provision.ts';
import { startTestServer } from '../support/start-server.ts';
import { isOnDisk } from '../support/temporary-folder.ts';

export type JourneySize = {
  readonly kiosks: number;
  readonly ticketsPerKiosk: number;
  /** At most four: the demo office has no more counters. */
  readonly desks: number;
};

export type JourneyReport = {
  readonly issued: number;
  readonly distinctNumbers: number;
  /** Tickets that carry a number that another one carries. */
  readonly duplicates: number;
  /** Tickets called, at a desk or on the board, more often than once. */
  readonly doubleCalls: number;
  /** Requests that failed, "nobody is waiting" aside. */
  readonly errors: number;
  /** Tickets that no desk called or the board did not show. */
  readonly lost: number;
  readonly issueP50Ms: number;
  readonly issueP95Ms: number;
  readonly callP50Ms: number;
  readonly callP95Ms: number;
  /** One durable insert through the same driver, on the same disk, with nothing around it. */
  readonly bareInsertP50Ms: number;
  readonly seconds: number;
  readonly isDataOnDisk: boolean;
};

const QUEUES = ['A', 'B', 'C'];

/**
 * Kiosks take tickets at once while desks call, serve and close them, and a board listens: the real
 * server as a process of its own, over real sockets, with its data on a disk.
 */
export async function runJourney(size: JourneySize): Promise<JourneyReport> {
  const server = await startTestServer({ kiosks: size.kiosks });
  try {
    const startedAt = performance.now();
    const kiosks = server.kioskTokens.map((token) => client(server.url, token));
    const clerks = Object.values(testAccounts).slice(0, size.desks);
    const desks = await Promise.all(
      clerks.map((account, index) => atCounter(server.url, account, String(index + 1))),
    );
    const board = await openFeed(server.url, client(server.url, server.boardToken).headers());
    await board.next();

    const issueMs: number[] = [];
    const callMs: number[] = [];
    const issuedCodes: string[] = [];
    const calledCodes: string[] = [];
    let errors = 0;
    let isIssuing = true;
    let wake: () => void = () => undefined;
    let somethingHappened = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const happened = () => {
      wake();
      somethingHappened = new Promise((resolve) => {
        wake = resolve;
      });
    };

    async function issueAll(kiosk: Client, index: number): Promise<void> {
      for (let count = 0; count < size.ticketsPerKiosk; count += 1) {
        const sentAt = performance.now();
        const ticket = await takeTicket(kiosk, QUEUES[(index + count) % QUEUES.length]);
        issueMs.push(performance.now() - sentAt);
        if (ticket.ok) issuedCodes.push(ticket.value.code);
        else errors += 1;
        happened();
      }
    }

    async function drain(desk: Client): Promise<void> {
      for (;;) {
        const wasIssuing = isIssuing;
        const next = somethingHappened;
        const sentAt = performance.now();
        const called = await desk.call('callNext', { commandId: randomUUID() });
        if (!called.ok) {
          if (called.error.code !== 'nobodyWaiting') errors += 1;
          else if (!wasIssuing) return;
          await next;
          continue;
        }
        callMs.push(performance.now() - sentAt);
        const { ticketId, code } = called.value;
        calledCodes.push(code);
        for (const step of ['startService', 'closeTicket'] as const) {
          const done = await desk.call(step, { commandId: randomUUID(), ticketId });
          if (!done.ok) errors += 1;
        }
      }
    }

    const draining = desks.map(drain);
    await Promise.all(kiosks.map(issueAll));
    isIssuing = false;
    happened();
    await Promise.all(draining);
    const seconds = (performance.now() - startedAt) / 1_000;

    const shownCodes: string[] = [];
    while (shownCodes.length < calledCodes.length) {
      const message = await board.next();
      if (message.type === 'change') shownCodes.push(...message.calls.map(({ code }) => code));
    }
    board.close();
    for (const desk of desks) must(await desk.call('signOut', {}));

    const distinct = new Set(issuedCodes);
    const repeats = (codes: string[]) => codes.length - new Set(codes).size;
    const called = new Set(calledCodes);
    const shown = new Set(shownCodes);
    const lost = [...distinct].filter((code) => !called.has(code) || !shown.has(code)).length;
    return {
      issued: issuedCodes.length,
      distinctNumbers: distinct.size,
      duplicates: issuedCodes.length - distinct.size,
      doubleCalls: repeats(calledCodes) + repeats(shownCodes),
      errors,
      lost: lost + (size.kiosks * size.ticketsPerKiosk - issuedCodes.length),
      issueP50Ms: percentile(issueMs, 0.5),
      issueP95Ms: percentile(issueMs, 0.95),
      callP50Ms: percentile(callMs, 0.5),
      callP95Ms: percentile(callMs, 0.95),
      bareInsertP50Ms: bareInsertP50Ms(server.dataFolder),
      seconds: rounded(seconds),
      isDataOnDisk: isOnDisk(server.dataFolder),
    };
  } finally {
    await server.remove();
  }
}

/** What one durable write costs on this disk without a server around it. */
function bareInsertP50Ms(folder: string): number {
  const database = openForWriting(join(folder, 'baseline.sqlite'));
  database.exec('CREATE TABLE baseline (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
  const insert = database.prepare('INSERT INTO baseline (text) VALUES (?)');
  const times: number[] = [];
  for (let count = 0; count < 200; count += 1) {
    const startedAt = performance.now();
    insert.run(randomUUID());
    times.push(performance.now() - startedAt);
  }
  database.close();
  return percentile(times, 0.5);
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
