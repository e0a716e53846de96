import { randomUUID } from 'node:crypto';
import type { Content } from '../../electron/contract/content.ts';
import type { IssuedTicket } from '../../electron/contract/operations.ts';
import { serviceDayAt } from '../../electron/queue/calendar/service-day.ts';
import { decide } from '../../electron/queue/decide.ts';
import type { RecordedEvent } from '../../electron/queue/event.ts';
import { evolve } from '../../electron/queue/evolve.ts';
import { newDay } from '../../electron/queue/state.ts';
import { Access, type Caller } from '../../electron/server/auth/access.ts';
import type { Handlers, RequestContext } from '../../electron/server/http/handlers/context.ts';
import { createHandlers } from '../../electron/server/http/handlers/handlers.ts';
import { officeSetup } from '../../electron/server/office.ts';
import { type OpenOffice, openOffice } from '../../electron/server/open-office.ts';
import type { OfficeCopy, Store } from '../../electron/server/store/store.ts';
import { must } from '../support/client.ts';
import { openTestStore, repositoryContent } from '../support/in-process-server.ts';
import { addTestAccounts, testAccounts } from '../support/provision.ts';

/** All that an office may have, so that one day has room for 10,989 tickets. */
const LETTERS = ['A', 'B', 'C', 'D', 'F', 'G', 'H', 'J', 'K', 'L', 'N'] as const;

export type LocalOffice = {
  readonly issue: () => Promise<IssuedTicket>;
  readonly callNext: () => Promise<{ readonly ticketId: string }>;
  readonly close: (ticketId: string) => Promise<void>;
  readonly day: () => OpenOffice['service']['day'];
  readonly rollOver: () => Promise<void>;
};

export type LocalServer = {
  readonly offices: readonly [LocalOffice, ...LocalOffice[]];
  /** What the database has of the first office. */
  readonly copy: () => Promise<OfficeCopy>;
  readonly store: Store;
  readonly close: () => Promise<void>;
};

export type LocalServerOptions = {
  readonly folder: string;
  readonly offices: number;
  /** How many people wait in each office before anything is measured. */
  readonly waiting: number;
  /** Whether one in seven who take a number asks to go first. */
  readonly hasPriorities: boolean;
  /** UTC epoch milliseconds, whole. */
  readonly nowMs: () => number;
};

/**
 * All of the server but HTTP, in this process: the functions that answer requests, the domain, and
 * SQLite in a folder.
 */
export async function openLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const { folder, nowMs } = options;
  const store = openTestStore(folder, nowMs());
  const contents = Array.from({ length: options.offices }, (_, index) => contentOf(index + 1));
  const setups = new Map(contents.map(({ office }) => [office.id, officeSetup(office)]));
  const access = new Access(store, setups, nowMs);
  const offices = new Map<string, OpenOffice>();
  for (const content of contents) {
    const setup = officeSetup(content.office);
    await addTestAccounts(store, setup.officeId);
    await fill(store, setup, options.waiting, nowMs());
    const uptimeMs = () => performance.now();
    const log = () => undefined;
    const opened = await openOffice({
      ...{ setup, content, store, access, nowMs, uptimeMs, log },
      contentTrouble: null,
    });
    offices.set(setup.officeId, opened);
  }
  const handlers = createHandlers({
    ...{ store, access, offices, nowMs, version: '0.0.0-bench' },
    // Nobody is to be slowed down here.
    phoneUrl: null,
    ticketRate: { burst: 1_000_000, perMinute: 1_000_000 },
    log: () => undefined,
  });
  const [first, ...others] = await Promise.all(
    [...offices.values()].map((office) =>
      localOffice(office, handlers, access, options.hasPriorities),
    ),
  );
  if (first === undefined) throw new Error('A server has at least one office');
  return {
    offices: [first, ...others],
    copy: () => store.exportOffice(contents[0]?.office.id ?? ''),
    store,
    close: async () => {
      for (const office of offices.values()) office.close();
      await store.close();
    },
  };
}

function contentOf(number: number): Content {
  const content = repositoryContent();
  const queues = LETTERS.map((letter) => ({ letter, offerings: [], capPerDay: 999 }));
  const counters = [{ id: '1', queues: [...LETTERS] }];
  return { ...content, office: { ...content.office, id: `office-${number}`, queues, counters } };
}

/** Lets people take numbers, through the domain but all in one write. */
async function fill(
  store: Store,
  { officeId, dayRules }: ReturnType<typeof officeSetup>,
  waiting: number,
  nowMs: number,
): Promise<void> {
  const serviceDay = serviceDayAt(nowMs);
  const events: RecordedEvent[] = [];
  let state = newDay(dayRules(serviceDay));
  for (let count = 0; count < waiting; count += 1) {
    const decision = decide(
      state,
      {
        type: 'issueTicket',
        ticketId: randomUUID(),
        queue: LETTERS[count % LETTERS.length] ?? 'A',
        entry: 'walkIn',
        hasPriority: count % 7 === 0,
        at: 'kiosk',
      },
      nowMs,
    );
    if (!decision.ok) throw new Error(decision.error.code);
    events.push(...decision.value);
    state = decision.value.reduce(evolve, state);
  }
  if (events.length > 0)
    await store.append({ day: { officeId, serviceDay }, events, command: null });
}

async function localOffice(
  { setup, service }: OpenOffice,
  handlers: Handlers,
  access: Access,
  hasPriorities: boolean,
): Promise<LocalOffice> {
  const { officeId } = setup;
  const kiosk = contextOf({ kind: 'device', officeId, role: 'kiosk', tokenSha256: officeId });
  const clerk = contextOf(await signIn(officeId, handlers, access));
  must(await handlers.takeCounter({ commandId: randomUUID(), counter: '1' }, clerk));
  let issued = 0;
  return {
    issue: async () => {
      const queue = LETTERS[issued % LETTERS.length] ?? 'A';
      issued += 1;
      const wish = {
        queue,
        entry: 'walkIn',
        hasPriority: hasPriorities && issued % 7 === 0,
      } as const;
      return must(await handlers.issueTicket({ commandId: randomUUID(), ...wish }, kiosk));
    },
    callNext: async () => must(await handlers.callNext({ commandId: randomUUID() }, clerk)),
    close: async (ticketId) => {
      must(await handlers.closeTicket({ commandId: randomUUID(), ticketId }, clerk));
    },
    day: () => service.day,
    rollOver: () => service.rollOver(),
  };
}

async function signIn(officeId: string, handlers: Handlers, access: Access): Promise<Caller> {
  let sessionToken: string | null = null;
  const { account, password } = testAccounts.ada;
  const context: RequestContext = {
    caller: null,
    address: '127.0.0.1',
    setSessionToken: (token) => {
      sessionToken = token;
    },
  };
  must(await handlers.signIn({ office: officeId, account, password }, context));
  const caller = await access.identify({ deviceToken: null, sessionToken });
  if (caller === null) throw new Error('Signed in, and not known');
  return caller;
}

function contextOf(caller: Caller): RequestContext {
  return { caller, address: '127.0.0.1', setSessionToken: () => undefined };
}
