import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContents } from '../../electron/content/load-content.ts';
import { serviceDayAt } from '../../electron/queue/calendar/service-day.ts';
import type { RecordedEvent } from '../../electron/queue/event.ts';
import { type OfficeSetup, officeSetup } from '../../electron/server/office.ts';
import {
  databaseProblemSentence,
  openDatabase,
} from '../../electron/server/store/open-database.ts';
import type { Store } from '../../electron/server/store/store.ts';
import { addTestAccounts, addTestDevice } from '../support/provision.ts';
import { checkHistory } from './check-history.ts';
import type { Command } from './history.ts';
import type { Problem } from './problem.ts';

const CONTENT = join(import.meta.dirname, '..', '..', 'content');

/** An office that the faults are tried on. */
export type TriedOffice = { readonly setup: OfficeSetup; readonly kioskTokens: readonly string[] };

/**
 * Several offices like the demo office, which is open at all hours, in one data folder: 999 numbers
 * a queue and day are soon used up. Another folder with the same `databaseUrl` is another server of theirs.
 */
export async function foundOffices(options: {
  readonly dataFolder: string;
  readonly databaseUrl?: string;
  readonly offices: number;
  readonly kiosks: number;
}): Promise<TriedOffice[]> {
  const setups = writeOfficeFiles(options.dataFolder, options.offices);
  const store = await openOffices(options);
  try {
    const founded: TriedOffice[] = [];
    for (const setup of setups) {
      const { officeId } = setup;
      await addTestAccounts(store, officeId);
      const kioskTokens: string[] = [];
      while (kioskTokens.length < options.kiosks) {
        kioskTokens.push(await addTestDevice(store, 'kiosk', officeId));
      }
      founded.push({ setup, kioskTokens });
    }
    return founded;
  } finally {
    await store.close();
  }
}

/** Writes the offices' files and a configuration that lets their kiosks go fast. */
export function writeOfficeFiles(dataFolder: string, offices: number): OfficeSetup[] {
  const demo = JSON.parse(readFileSync(join(CONTENT, 'office', 'demo.json'), 'utf8')) as object;
  const folder = join(dataFolder, 'content', 'office');
  mkdirSync(folder, { recursive: true });
  for (let number = 1; number <= offices; number += 1) {
    const id = `office-${number}`;
    writeFileSync(join(folder, `${id}.json`), JSON.stringify({ ...demo, id }));
  }
  const ticketRate = { burst: 999, perMinute: 999 };
  const config = { server: { ticketRate } };
  writeFileSync(join(dataFolder, 'config.json'), JSON.stringify(config));
  const contents = loadContents({ baseDir: CONTENT, overrideDir: join(dataFolder, 'content') });
  if (!contents.ok) throw new Error(JSON.stringify(contents.error));
  return contents.value.map(({ office }) => officeSetup(office));
}

export async function openOffices(options: {
  readonly dataFolder: string;
  readonly databaseUrl?: string;
}): Promise<Store> {
  const { dataFolder, databaseUrl } = options;
  const opened = await openDatabase({ dataFolder, databaseUrl, nowMs: Date.now() });
  if (!opened.ok) throw new Error(databaseProblemSentence(opened.error));
  return opened.value;
}

/** Compares what a database has of today with what was asked and answered, office by office. */
export async function checkOffices(
  store: Store,
  offices: readonly TriedOffice[],
  commands: readonly Command[],
): Promise<Problem[]> {
  const serviceDay = serviceDayAt(Date.now());
  const problems: Problem[] = [];
  for (const { setup } of offices) {
    const { officeId } = setup;
    const ledger: RecordedEvent[] = await store.readDay({ officeId, serviceDay }, 0);
    const own = commands.filter((command) => command.officeId === officeId);
    problems.push(...checkHistory({ commands: own, ledger, rules: setup.dayRules(serviceDay) }));
  }
  return problems;
}
