import { TestPostgres } from '../support/postgres.ts';
import { runFailingWrites } from './failing-writes.ts';
import { runFullDisk } from './full-disk.ts';
import { limiter } from './limiter.ts';
import type { Fate } from './network-proxy.ts';
import { PROBLEM_KINDS, type Problem, type ProblemKind } from './problem.ts';
import { Random } from './random.ts';
import { runStorm, type StormReport, type StormSize } from './storm.ts';
import { runTracedServer } from './traced-server.ts';

export type FaultsSize = {
  readonly seed: string;
  /** Tickets that are acknowledged in the storms, at least. */
  readonly tickets: number;
  /** Servers killed in the storms. */
  readonly kills: number;
  /** The server as it is built. */
  readonly program: string;
};

/** What went wrong, by kind; damage is told as integrity. */
type Wrong = Readonly<Record<Exclude<ProblemKind, 'damage'>, number>>;

export type FaultsReport = Wrong & {
  readonly seed: string;
  readonly kills: number;
  readonly acknowledged: number;
  /** `ok`, or how many databases and ledgers were found damaged. */
  readonly integrity: string;
  /** Commands of every kind, each given by somebody at a kiosk or a desk. */
  readonly commands: number;
  readonly officeDays: number;
  /** Made while a server stood still, and opened as after a power cut. */
  readonly copies: number;
  readonly postgresRestarts: number;
  readonly failedWrites: number;
  readonly diskFillings: number;
  /** Answers before which the log was seen to be synced. */
  readonly tracedAnswers: number;
  readonly network: Readonly<Partial<Record<Fate, number>>>;
  readonly seconds: number;
};

/** A storm is small enough for its servers to start fast: they read the whole day back. */
const TICKETS_OF_STORM = 4_500;
const KILLS_OF_STORM = 45;

/** A storm waits for its disk and its one server; three keep two cores at work. */
const AT_ONCE = 3;

const DISK_FILLINGS = 3;
const TRACED_TICKETS = 8;

/** Where one thing is wrong, hundreds of others often follow from it. */
const MOST_TOLD = 20;

/** What PostgreSQL gets of tickets and of kills; most of what can go wrong is in our own file. */
const POSTGRES_SHARE = 0.1;

/** Tries every fault, says what is wrong as soon as it is known, and counts it all. */
export async function runFaults(
  size: FaultsSize,
  say: (line: string) => void = () => undefined,
): Promise<FaultsReport> {
  const startedAt = performance.now();
  const random = new Random(size.seed);
  const problems: Problem[] = [];
  const limited = limiter(AT_ONCE);
  const attempt = <R extends { readonly problems: readonly Problem[] }>(
    name: string,
    fault: (random: Random) => Promise<R>,
  ): Promise<R> =>
    limited(async () => {
      const report = await fault(random.stream(name));
      const { problems: found, ...figures } = report;
      problems.push(...found);
      say(`${name}: ${JSON.stringify(figures)}`);
      for (const { kind, what } of found.slice(0, MOST_TOLD)) say(`  ${kind}: ${what}`);
      return report;
    });

  const sizes = stormSizes(size);
  const storming = sizes.map((stormSize, index) =>
    attempt(
      `storm ${index + 1}`,
      stormSize.restarts > 0
        ? onPostgres(stormSize, size.program)
        : (stream) => runStorm(stormSize, stream, { program: size.program }),
    ),
  );
  const writing = attempt('failing writes', runFailingWrites);
  const filling = attempt('full disk', (stream) => runFullDisk(stream, DISK_FILLINGS));
  const tracing = attempt('trace', (stream) =>
    runTracedServer(stream, TRACED_TICKETS, size.program),
  );
  const all = [Promise.all(storming), writing, filling, tracing] as const;
  const [storms, writes, disk, trace] = await Promise.all(all);

  const sum = (figure: (storm: StormReport) => number) =>
    storms.reduce((total, storm) => total + figure(storm), 0);
  const { damage, ...wrong } = countByKind(problems);
  return {
    seed: size.seed,
    kills: sum(({ kills }) => kills),
    acknowledged: sum(({ acknowledged }) => acknowledged),
    ...wrong,
    integrity: damage === 0 ? 'ok' : `${damage} damaged`,
    commands: sum(({ commands }) => commands),
    officeDays: sizes.reduce((total, { offices }) => total + offices, 0),
    copies: sum(({ copies }) => copies),
    postgresRestarts: sum(({ restarts }) => restarts),
    failedWrites: writes.failedWrites,
    diskFillings: disk.fillings,
    tracedAnswers: trace.acknowledgements,
    network: sumNetworks(storms),
    seconds: Math.round((performance.now() - startedAt) / 1000),
  };
}

/** Whether nothing was wrong. */
export function isFlawless(report: FaultsReport): boolean {
  return PROBLEM_KINDS.every((kind) =>
    kind === 'damage' ? report.integrity === 'ok' : report[kind] === 0,
  );
}

function countByKind(problems: readonly Problem[]): Record<ProblemKind, number> {
  const counts = Object.fromEntries(PROBLEM_KINDS.map((kind) => [kind, 0]));
  for (const { kind } of problems) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts as Record<ProblemKind, number>;
}

/** The storm on PostgreSQL first: it is the longest. */
function stormSizes({ tickets, kills }: FaultsSize): StormSize[] {
  const postgres: StormSize = {
    tickets: Math.ceil(tickets * POSTGRES_SHARE),
    kills: Math.max(2, Math.round(kills * POSTGRES_SHARE)),
    copies: 0,
    offices: 1,
    kiosksPerOffice: 4,
    servers: 2,
    restarts: Math.max(1, Math.round(kills * POSTGRES_SHARE * 0.5)),
  };
  const restTickets = tickets - postgres.tickets;
  const restKills = kills - postgres.kills;
  const storms = Math.ceil(Math.max(restTickets / TICKETS_OF_STORM, restKills / KILLS_OF_STORM));
  const sqlite = Array.from({ length: storms }, (_, index): StormSize => {
    const ownKills = shareOf(restKills, storms, index);
    return {
      tickets: shareOf(restTickets, storms, index),
      kills: ownKills,
      copies: Math.max(1, Math.round(ownKills / 4)),
      offices: 3,
      kiosksPerOffice: 4,
      servers: 1,
      restarts: 0,
    };
  });
  return [postgres, ...sqlite];
}

/** Whole numbers that add up to the total. */
function shareOf(total: number, parts: number, index: number): number {
  return Math.floor((total * (index + 1)) / parts) - Math.floor((total * index) / parts);
}

function onPostgres(size: StormSize, program: string): (random: Random) => Promise<StormReport> {
  return async (random) => {
    const postgres = await TestPostgres.start();
    try {
      const database = { postgres, url: await postgres.createDatabase() };
      return await runStorm(size, random, { database, program });
    } finally {
      await postgres.remove();
    }
  };
}

function sumNetworks(storms: readonly StormReport[]): Partial<Record<Fate, number>> {
  const sums: Partial<Record<Fate, number>> = {};
  for (const { fates } of storms) {
    for (const fate of Object.keys(fates) as Fate[]) sums[fate] = (sums[fate] ?? 0) + fates[fate];
  }
  return sums;
}
