import { randomUUID } from 'node:crypto';
import { barePostgresInsert, bareSqliteInsert } from './bare-insert.ts';
import { type OfficeJourney, type OfficeJourneySize, prepareJourney } from './office-journey.ts';
import { openSite, type Site, type SiteSize } from './site.ts';
import { percentile, rounded } from './statistics.ts';

export type JourneySize = SiteSize & OfficeJourneySize;

export type JourneyReport = Pick<JourneySize, 'servers' | 'offices' | 'database'> & {
  readonly issued: number;
  readonly distinctNumbers: number;
  /** Tickets that carry a number that another one of the same office carries. */
  readonly duplicates: number;
  /** Tickets called, at a desk or on the board, more often than once. */
  readonly doubleCalls: number;
  /** Requests that failed, "nobody is waiting" aside. */
  readonly errors: number;
  /** How they failed, each code once. */
  readonly errorCodes: readonly string[];
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

/**
 * Every office at once, each with kiosks that take tickets, desks that call, serve and close them,
 * and a board: real servers as processes of their own, over real sockets, with data on a disk.
 */
export async function runJourney(size: JourneySize): Promise<JourneyReport> {
  const site = await openSite(size);
  try {
    const travels: (() => Promise<OfficeJourney>)[] = [];
    // One after the other: many people who sign in at once from one address look like a guesser.
    for (const office of site.offices) travels.push(await prepareJourney(site, office, size));
    const startedAt = performance.now();
    const journeys = await Promise.all(travels.map((travel) => travel()));
    const seconds = (performance.now() - startedAt) / 1_000;
    return {
      servers: size.servers,
      offices: size.offices,
      database: size.database,
      ...tally(journeys, size.kiosks * size.ticketsPerKiosk),
      bareInsertP50Ms: await bareInsertP50Ms(site),
      seconds: rounded(seconds),
      isDataOnDisk: site.isDataOnDisk,
    };
  } finally {
    await site.remove();
  }
}

function tally(journeys: readonly OfficeJourney[], ticketsWanted: number) {
  const sum = (count: (journey: OfficeJourney) => number) =>
    journeys.reduce((total, journey) => total + count(journey), 0);
  const repeats = (codes: readonly string[]) => codes.length - new Set(codes).size;
  const issueMs = journeys.flatMap((journey) => journey.issueMs);
  const callMs = journeys.flatMap((journey) => journey.callMs);
  const errors = journeys.flatMap((journey) => journey.errors);
  return {
    issued: sum(({ issuedCodes }) => issuedCodes.length),
    distinctNumbers: sum(({ issuedCodes }) => new Set(issuedCodes).size),
    duplicates: sum(({ issuedCodes }) => repeats(issuedCodes)),
    doubleCalls: sum(({ calledCodes, shownCodes }) => repeats(calledCodes) + repeats(shownCodes)),
    errors: errors.length,
    errorCodes: [...new Set(errors)],
    lost: sum((journey) => lostIn(journey) + ticketsWanted - journey.issuedCodes.length),
    issueP50Ms: rounded(percentile(issueMs, 0.5)),
    issueP95Ms: rounded(percentile(issueMs, 0.95)),
    callP50Ms: rounded(percentile(callMs, 0.5)),
    callP95Ms: rounded(percentile(callMs, 0.95)),
  };
}

function lostIn({ issuedCodes, calledCodes, shownCodes }: OfficeJourney): number {
  const called = new Set(calledCodes);
  const shown = new Set(shownCodes);
  return [...new Set(issuedCodes)].filter((code) => !called.has(code) || !shown.has(code)).length;
}

/** What one durable write costs on this disk without a server around it. */
async function bareInsertP50Ms({ databaseUrl, dataFolder }: Site): Promise<number> {
  const bare =
    databaseUrl === null ? bareSqliteInsert(dataFolder) : await barePostgresInsert(databaseUrl);
  const times: number[] = [];
  for (let count = 0; count < 200; count += 1) {
    const startedAt = performance.now();
    await bare.insert(randomUUID());
    times.push(performance.now() - startedAt);
  }
  await bare.close();
  return rounded(percentile(times, 0.5));
}
