import type { Content } from '../contract/content.ts';
import { FEED_HEARTBEAT_MS } from '../contract/feed.ts';
import { err, ok, type Result } from '../contract/result.ts';
import { LedgerDamage } from '../queue/evolve.ts';
import { Access } from './auth/access.ts';
import type { BucketRate } from './auth/token-bucket.ts';
import { createApp } from './http/app.ts';
import { createHandlers } from './http/handlers/handlers.ts';
import { type Authorities, loopbackAuthorities } from './http/same-site.ts';
import type { Log } from './log.ts';
import { officeSetup } from './office.ts';
import { type OpenOffice, type OpenOfficeOptions, openOffice } from './open-office.ts';
import type { Store } from './store/store.ts';

type JobName = keyof OpenOffice['jobs'];

/** How often each job of an office is done, in milliseconds. */
const JOBS: Readonly<Record<JobName, number>> = {
  heartbeat: FEED_HEARTBEAT_MS,
  vanishedDesks: 10_000,
  rollOver: 60_000,
  retention: 60_000,
};

export type ServerOptions = {
  readonly store: Store;
  /** Of each office that is served; at least one. */
  readonly contents: readonly Content[];
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly ticketRate: BucketRate;
  readonly staticFolder: string;
  readonly version: string;
  readonly log: Log;
  /** UTC epoch milliseconds. */
  readonly nowMs: () => number;
};

export type RunningServer = {
  readonly url: string;
  readonly port: number;
  /** Stops accepting, ends the feeds, and closes the database. */
  readonly close: () => Promise<void>;
};

type ListenProblem = {
  readonly code: 'portInUse' | 'portNotAllowed' | 'addressNotHere';
  readonly port: number;
};

export type StartProblem =
  | ListenProblem
  /** The events of the day contradict each other. */
  | { readonly code: 'damagedLedger'; readonly reason: string };

/** Starts the queue server; it accepts requests when the promise is fulfilled. */
export async function startServer(
  options: ServerOptions,
): Promise<Result<RunningServer, StartProblem>> {
  const { store, log, nowMs, ticketRate, version } = options;
  const contents = new Map(options.contents.map((content) => [content.office.id, content]));
  const setups = new Map([...contents].map(([id, { office }]) => [id, officeSetup(office)]));
  const access = new Access(store, setups, nowMs);
  const offices = new Map<string, OpenOffice>();
  for (const [id, content] of contents) {
    const setup = setups.get(id);
    if (setup === undefined) continue;
    const opened = await tryToOpen({ setup, content, store, access, nowMs, log });
    if (!opened.ok) return opened;
    offices.set(id, opened.value);
  }
  let authorities: Authorities = new Set();
  const app = createApp({
    handlers: createHandlers({ store, access, offices, ticketRate, version, nowMs, log }),
    access,
    store,
    offices,
    authorities: () => authorities,
    staticFolder: options.staticFolder,
    version,
    log,
  });
  try {
    await app.listen({ host: options.host, port: options.port });
  } catch (error) {
    const problem = listenProblem(error, options.port);
    if (problem === null) throw error;
    return err(problem);
  }
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('Not a TCP server');
  const { port } = address;
  authorities = loopbackAuthorities(port);
  log({ event: 'serverStarted', version, port });

  const timers = (Object.keys(JOBS) as JobName[]).map((job) =>
    setInterval(() => {
      for (const office of offices.values()) {
        office.jobs[job]().catch((error: unknown) => {
          log({ event: 'jobFailed', job, error: String(error) });
        });
      }
    }, JOBS[job]),
  );

  return ok({
    url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    port,
    close: async () => {
      for (const timer of timers) clearInterval(timer);
      for (const office of offices.values()) office.close();
      await app.close();
      // Commands under way are finished first.
      for (const { service } of offices.values()) await service.inLine(async () => undefined);
      await store.close();
      log({ event: 'serverStopped' });
    },
  });
}

async function tryToOpen(options: OpenOfficeOptions): Promise<Result<OpenOffice, StartProblem>> {
  try {
    return ok(await openOffice(options));
  } catch (error) {
    if (!(error instanceof LedgerDamage)) throw error;
    return err({ code: 'damagedLedger', reason: error.message });
  }
}

function listenProblem(error: unknown, port: number): ListenProblem | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  switch (code) {
    case 'EADDRINUSE':
      return { code: 'portInUse', port };
    case 'EACCES':
      return { code: 'portNotAllowed', port };
    case 'EADDRNOTAVAIL':
      return { code: 'addressNotHere', port };
    default:
      return null;
  }
}
