import type { Content } from '../contract/content.ts';
import { FEED_HEARTBEAT_MS } from '../contract/feed.ts';
import { err, ok, type Result } from '../contract/result.ts';
import { LedgerDamage } from '../queue/state.ts';
import { Access } from './auth/access.ts';
import type { BucketRate } from './auth/token-bucket.ts';
import { Counters } from './counters.ts';
import { FeedHub } from './feed/feed-hub.ts';
import { createApp } from './http/app.ts';
import { createHandlers } from './http/handlers.ts';
import { type Authorities, loopbackAuthorities } from './http/same-site.ts';
import { createRetention } from './jobs/retention.ts';
import type { Log } from './log.ts';
import { officeSetup } from './office.ts';
import { QueueService, type QueueServiceOptions } from './queue-service.ts';
import type { Store } from './store/store.ts';

/** How often the server looks whether a service day has begun, and whether an old one is left. */
const DAY_CHECK_MS = 60_000;

export type ServerOptions = {
  readonly store: Store;
  readonly content: Content;
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
  const { store, content, log, nowMs } = options;
  const office = officeSetup(content.office);
  const hub = new FeedHub(office);
  const retention = createRetention(store, office.officeId, log);
  const started = await startService({
    store,
    office,
    nowMs,
    onChange: (day) => hub.publish(day),
    onNewDay: retention.beginDay,
  });
  if (!started.ok) return started;
  const service = started.value;
  hub.publish(service.day);

  const access = new Access(store, office, nowMs);
  const counters = new Counters({ store, access, service, office });
  const { ticketRate, version } = options;
  const parts = { store, access, service, counters, hub, office, ticketRate, version, nowMs, log };
  let authorities: Authorities = new Set();
  const app = createApp({
    handlers: createHandlers(parts),
    access,
    store,
    hub,
    authorities: () => authorities,
    contentJson: JSON.stringify(content),
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

  const repeat = (job: string, everyMs: number, action: () => Promise<void>) =>
    setInterval(() => {
      action().catch((error: unknown) => {
        log({ event: 'jobFailed', job, error: String(error) });
      });
    }, everyMs);
  const timers = [
    repeat('heartbeat', FEED_HEARTBEAT_MS, () => hub.beat()),
    repeat('rollOver', DAY_CHECK_MS, () => service.rollOver()),
    repeat('retention', DAY_CHECK_MS, () => retention.catchUp()),
  ];

  return ok({
    url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    port,
    close: async () => {
      for (const timer of timers) clearInterval(timer);
      hub.endAll();
      await app.close();
      await service.inLine(() => store.close());
      log({ event: 'serverStopped' });
    },
  });
}

async function startService(
  options: QueueServiceOptions,
): Promise<Result<QueueService, StartProblem>> {
  try {
    return ok(await QueueService.start(options));
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
