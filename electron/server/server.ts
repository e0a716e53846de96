import type { Content } from '../contract/content.ts';
import type { ContentTrouble } from '../contract/device-report.ts';
import { FEED_HEARTBEAT_MS } from '../contract/feed.ts';
import { err, ok, type Result } from '../contract/result.ts';
import { type ClockReading, isAnybodyHere } from '../queue/calendar/trusted-clock.ts';
import { LedgerDamage } from '../queue/evolve.ts';
import { aggregateDay } from '../queue/statistics/aggregate.ts';
import { Access } from './auth/access.ts';
import type { BucketRate } from './auth/token-bucket.ts';
import { createApp } from './http/app.ts';
import { createHandlers } from './http/handlers/handlers.ts';
import { type Authorities, loopbackAuthorities } from './http/same-site.ts';
import { createDayClosing } from './jobs/close-days.ts';
import { type ListenProblem, portOf, tryToListen } from './listening.ts';
import type { Log } from './log.ts';
import { type OfficeSetup, officeSetup } from './office.ts';
import { type OpenOffice, type OpenOfficeOptions, openOffice } from './open-office.ts';
import { type PhoneOptions, startPhoneListener } from './phone/start-phone-listener.ts';
import { ServerClock } from './server-clock.ts';
import type { Store } from './store/store.ts';

type JobName = keyof OpenOffice['jobs'];

/** How often each job of an office is done, in milliseconds. */
const JOBS: Readonly<Record<JobName, number>> = {
  heartbeat: FEED_HEARTBEAT_MS,
  vanishedDesks: 10_000,
  rollOver: 60_000,
  // Other servers tell of them at once; this finds what was not heard, and forgets what is old.
  helpCalls: 15_000,
  troubles: 15_000,
  // Yesterday's figures are there some hours after midnight.
  learning: 3_600_000,
};

/** How often the server looks whether there is a day to close. */
const DAY_CLOSING_MS = 60_000;

export type ServerOptions = {
  readonly store: Store;
  /** Of each office that is served; at least one. */
  readonly contents: readonly Content[];
  /** Why the own files of the offices are not in use; null where they are. */
  readonly contentTrouble: ContentTrouble | null;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly ticketRate: BucketRate;
  readonly staticFolder: string;
  /** The pages that follow the queue on a phone; null where there are none. */
  readonly phone: PhoneOptions | null;
  readonly version: string;
  readonly log: Log;
  /** For how many days after their own tickets are kept. */
  readonly retentionDays: number;
  readonly readClock: () => ClockReading;
};

export type RunningServer = {
  readonly url: string;
  readonly port: number;
  /** Of the listener for phones; null where there is none. */
  readonly phonePort: number | null;
  /** Stops accepting, ends the feeds, and closes the database. */
  readonly close: () => Promise<void>;
};

export type StartProblem =
  | (ListenProblem & { readonly listener: 'server' | 'phone' })
  /** The events of the day contradict each other. */
  | { readonly code: 'damagedLedger'; readonly reason: string };

/** Starts the queue server; it accepts requests when the promise is fulfilled. */
export async function startServer(
  options: ServerOptions,
): Promise<Result<RunningServer, StartProblem>> {
  const { store, log, ticketRate, version, contentTrouble } = options;
  const offices = new Map<string, OpenOffice>();
  const clock = new ServerClock({
    read: options.readClock,
    isSomebodyHere: (uptimeMs) =>
      [...offices.values()].some(({ service }) => isAnybodyHere(service.activity, uptimeMs)),
    onDoubt: (isDoubted) => log({ event: isDoubted ? 'clockDoubted' : 'clockFollowed' }),
  });
  const { nowMs } = clock;
  const uptimeMs = () => options.readClock().uptimeMs;
  const contents = new Map(options.contents.map((content) => [content.office.id, content]));
  const setups = new Map([...contents].map(([id, { office }]) => [id, officeSetup(office)]));
  const access = new Access(store, setups, nowMs);
  for (const [id, content] of contents) {
    const setup = setups.get(id);
    if (setup === undefined) continue;
    const opened = await tryToOpen({
      setup,
      content,
      contentTrouble,
      store,
      access,
      nowMs,
      uptimeMs,
      log,
    });
    if (!opened.ok) return opened;
    offices.set(id, opened.value);
  }
  let authorities: Authorities = new Set();
  const app = createApp({
    handlers: createHandlers({
      store,
      access,
      offices,
      ticketRate,
      phoneUrl: options.phone?.publicUrl ?? null,
      version,
      nowMs,
      log,
    }),
    access,
    store,
    offices,
    authorities: () => authorities,
    staticFolder: options.staticFolder,
    version,
    log,
  });
  // Before the first request, which may come before all the rest has started.
  app.server.once('listening', () => {
    authorities = loopbackAuthorities(portOf(app.server));
  });
  const listening = await tryToListen(app.server, options.port, () =>
    app.listen({ host: options.host, port: options.port }),
  );
  if (!listening.ok) return err({ ...listening.error, listener: 'server' });
  const port = listening.value;
  const phone =
    options.phone === null
      ? null
      : await startPhoneListener({ ...options.phone, offices, nowMs, log });
  if (phone?.ok === false) {
    await app.close();
    return err({ ...phone.error, listener: 'phone' });
  }
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

  const dayClosing = repeatedly(DAY_CLOSING_MS, closeDays(options, setups, clock));

  return ok({
    url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    port,
    phonePort: phone?.value.port ?? null,
    close: async () => {
      for (const timer of timers) clearInterval(timer);
      await dayClosing.stop();
      for (const office of offices.values()) office.close();
      await phone?.value.close();
      await app.close();
      // Commands under way are finished first.
      for (const { service } of offices.values()) await service.inLine(async () => undefined);
      await store.close();
      log({ event: 'serverStopped' });
    },
  });
}

function closeDays(
  { store, retentionDays, log }: ServerOptions,
  setups: ReadonlyMap<string, OfficeSetup>,
  clock: ServerClock,
): () => Promise<void> {
  return createDayClosing({
    store,
    officeIds: [...setups.keys()],
    retentionDays,
    aggregate: ({ officeId, serviceDay }, events) => {
      const setup = setups.get(officeId);
      return setup === undefined ? [] : aggregateDay(setup.dayRules(serviceDay), events);
    },
    clock: () => clock.now(),
    log,
  });
}

/** Does a job now and then again and again, never twice at once. */
function repeatedly(
  everyMs: number,
  job: () => Promise<void>,
): { readonly stop: () => Promise<void> } {
  let underWay = job();
  let isStopped = false;
  const timer = setInterval(() => {
    underWay = underWay.then(() => (isStopped ? undefined : job()));
  }, everyMs);
  return {
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      await underWay;
    },
  };
}

async function tryToOpen(options: OpenOfficeOptions): Promise<Result<OpenOffice, StartProblem>> {
  try {
    return ok(await openOffice(options));
  } catch (error) {
    if (!(error instanceof LedgerDamage)) throw error;
    return err({ code: 'damagedLedger', reason: error.message });
  }
}
