import { setTimeout as wait } from 'node:timers/promises';
import { DATABASE_URL_VARIABLE } from '../../electron/server/store/open-database.ts';
import type { TestPostgres } from '../support/postgres.ts';
import { ServerExit } from '../support/start-server.ts';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';
import { Crowd } from './crowd.ts';
import { type Command, History } from './history.ts';
import { MortalServer } from './mortal-server.ts';
import { type Fate, NetworkProxy } from './network-proxy.ts';
import {
  checkOffices,
  foundOffices,
  openOffices,
  type TriedOffice,
  writeOfficeFiles,
} from './offices.ts';
import type { Problem } from './problem.ts';
import type { Random } from './random.ts';
import { checkCopy, copyDatabase, integrityOf } from './torn-copy.ts';

export type StormSize = {
  readonly tickets: number;
  readonly kills: number;
  /** Copies made while a server stands still; SQLite only. */
  readonly copies: number;
  readonly offices: number;
  readonly kiosksPerOffice: number;
  /** More than one with PostgreSQL only. */
  readonly servers: number;
  /** Of PostgreSQL. */
  readonly restarts: number;
};

export type StormReport = {
  readonly acknowledged: number;
  readonly commands: number;
  readonly kills: number;
  readonly copies: number;
  readonly restarts: number;
  readonly fates: Readonly<Record<Fate, number>>;
  readonly problems: readonly Problem[];
};

/** What the storm is over. */
export type StormGround = {
  /** A PostgreSQL of the storm's own, and the URL of a database there; else SQLite. */
  readonly database?: { readonly postgres: TestPostgres; readonly url: string };
  /** The server; without it, the command line as it is in the sources. */
  readonly program?: string | undefined;
};

type Strike = 'kill' | 'copy' | 'restart';

/** Each strike is put off by up to this, so that it may fall anywhere within a request. */
const LONGEST_PAUSE_MS = 15;

/**
 * People take tickets and clerks call them, over a bad network, while servers die, stand still and
 * come back; in the end, what everybody was told is compared with what is in the database.
 */
export async function runStorm(
  size: StormSize,
  random: Random,
  on: StormGround = {},
): Promise<StormReport> {
  const storm = new Storm(size, random, on);
  try {
    return await storm.run();
  } finally {
    await storm.tidyUp();
  }
}

class Storm {
  readonly #size: StormSize;
  readonly #random: Random;
  readonly #on: StormGround;
  readonly #history = new History();
  readonly #folders: readonly string[];
  readonly #proxies: NetworkProxy[] = [];
  readonly #servers: MortalServer[] = [];
  readonly #problems: Problem[] = [];
  #offices: readonly TriedOffice[] = [];

  constructor(size: StormSize, random: Random, on: StormGround) {
    this.#size = size;
    this.#random = random;
    this.#on = on;
    this.#folders = Array.from({ length: size.servers }, () => temporaryFolder());
  }

  async run(): Promise<StormReport> {
    const { offices: count, kiosksPerOffice: kiosks, tickets, copies, restarts } = this.#size;
    this.#offices = await foundOffices({ ...this.#place(), offices: count, kiosks });
    for (const [index, folder] of this.#folders.entries()) await this.#start(index, folder);

    const crowd = new Crowd({
      offices: this.#offices,
      servers: this.#servers,
      history: this.#history,
      random: this.#random,
      tickets,
    });
    const day = Promise.all([crowd.comeToKiosks(), this.#strikeAll()]).then(() => crowd.close());
    await Promise.all([day, crowd.workAtDesks()]).catch((error: unknown) => {
      if (!(error instanceof ServerExit)) throw error;
      // Nobody can go on; what there is can still be looked through.
      crowd.close();
      this.#problems.push({ kind: 'damage', what: `the server does not start: ${error.stderr}` });
    });
    for (const proxy of this.#proxies) await proxy.settled();
    // The end is no gentler than the rest.
    for (const server of this.#servers) await server.kill();
    await this.#lookThrough();
    return {
      acknowledged: this.#history.tickets,
      commands: this.#history.commands.length,
      kills: this.#kills(),
      copies,
      restarts,
      fates: sumFates(this.#proxies),
      problems: withoutRepeats(this.#problems),
    };
  }

  async tidyUp(): Promise<void> {
    for (const server of this.#servers) await server.kill();
    for (const proxy of this.#proxies) await proxy.close();
    for (const folder of this.#folders) removeFolder(folder);
  }

  /** Where the data of the first server is, which with SQLite is the only one. */
  #place(): { readonly dataFolder: string; readonly databaseUrl?: string } {
    const dataFolder = this.#folders[0] ?? '';
    const databaseUrl = this.#on.database?.url;
    return databaseUrl === undefined ? { dataFolder } : { dataFolder, databaseUrl };
  }

  async #start(index: number, dataFolder: string): Promise<void> {
    if (index > 0) writeOfficeFiles(dataFolder, this.#size.offices);
    const random = this.#random.stream(`server ${index}`);
    const onCopy = (commandId: string) => this.#history.noteCopy(commandId);
    const proxy = await NetworkProxy.listen({ random: random.stream('network'), onCopy });
    this.#proxies.push(proxy);
    const { database, program } = this.#on;
    const url = database?.url;
    const environment = url === undefined ? {} : { [DATABASE_URL_VARIABLE]: url };
    const server = new MortalServer({ dataFolder, program, environment, proxy, random });
    this.#servers.push(server);
    await server.start();
  }

  #kills(): number {
    return this.#servers.reduce((sum, { kills }) => sum + kills, 0);
  }

  /** One strike after the other, each once so many tickets were given. */
  async #strikeAll(): Promise<void> {
    const random = this.#random.stream('strikes');
    const { kills, copies, restarts, tickets, servers } = this.#size;
    const times = (strike: Strike, count: number) =>
      Array.from({ length: count }, () => ({ strike, atTicket: random.below(tickets) }));
    // Each server is killed once more at the end.
    const killsBefore = Math.max(0, kills - servers);
    const strikes = [
      ...times('kill', killsBefore),
      ...times('copy', copies),
      ...times('restart', restarts),
    ];
    for (const { strike, atTicket } of strikes.sort((a, b) => a.atTicket - b.atTicket)) {
      await this.#history.reached(atTicket);
      await wait(random.below(LONGEST_PAUSE_MS));
      // Killed starts count as well.
      if (strike !== 'kill' || this.#kills() < killsBefore) await this.#strike(strike, random);
    }
  }

  async #strike(strike: Strike, random: Random): Promise<void> {
    const server = this.#servers[random.below(this.#servers.length)];
    if (server === undefined) throw new Error('There is no server to strike');
    switch (strike) {
      case 'kill':
        await server.kill();
        return server.startAgain();
      case 'copy':
        return this.#checkCopyOf(server);
      case 'restart':
        await this.#on.database?.postgres.stop('immediate');
        return this.#on.database?.postgres.resume();
    }
  }

  /** What was answered before the server was told to stop must be there; what was asked may be. */
  async #checkCopyOf(server: MortalServer): Promise<void> {
    const answered = new Map<string, Command['answers']>(
      this.#history.snapshot().map(({ commandId, answers }) => [commandId, answers]),
    );
    const { copy, asked } = await server.whileFrozen(() => ({
      copy: copyDatabase(this.#place().dataFolder),
      asked: this.#history.snapshot(),
    }));
    const commands = asked.map((command) => ({
      ...command,
      answers: answered.get(command.commandId) ?? [],
    }));
    this.#problems.push(...(await checkCopy(copy, this.#offices, commands)));
  }

  async #lookThrough(): Promise<void> {
    const place = this.#place();
    const store = await openOffices(place);
    try {
      if (this.#on.database === undefined) this.#problems.push(...integrityOf(place.dataFolder));
      const { commands } = this.#history;
      this.#problems.push(...(await checkOffices(store, this.#offices, commands)));
    } finally {
      await store.close();
    }
  }
}

/** What is wrong in a copy is wrong in all that follow. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [problem.what, problem])).values()];
}

function sumFates(proxies: readonly NetworkProxy[]): Record<Fate, number> {
  const [first, ...others] = proxies.map(({ fates }) => ({ ...fates }));
  if (first === undefined) throw new Error('There was no network');
  for (const fates of others) {
    for (const fate of Object.keys(first) as Fate[]) first[fate] += fates[fate];
  }
  return first;
}
