import { createHash, randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { QueueEvent } from '../../../electron/queue/event.ts';
import { migrations } from '../../../electron/server/store/migrations/all.ts';
import { openStore } from '../../../electron/server/store/sqlite/open-store.ts';
import type { OfficeDay, Store } from '../../../electron/server/store/store.ts';
import { MORNING_MS } from '../../support/in-process-server.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';

// DESIGN §7.6: what is deleted is searched for in every byte that the office keeps.

const SEEDS = 20;
const TODAY = '2026-11-23';

/** Occurs in everything that is about a person, and nowhere else. */
const MARK = 'f00dface';

/** A source of numbers that gives the same ones again for the same seed. */
function numbersFrom(seed: string) {
  let round = 0;
  return (below: number): number => {
    round += 1;
    const digest = createHash('sha256').update(`${seed} ${round}`).digest();
    return digest.readUInt32LE() % below;
  };
}

function filesWithMark(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(MARK))
    .map((file) => file.slice(folder.length + 1));
}

/** Some tickets, of which each is called, closed or neither; lengths differ from day to day. */
async function liveThrough(store: Store, day: OfficeDay, number: (below: number) => number) {
  await store.phoneSecret(day, MARK);
  let sequence = 0;
  const tickets = 20 + number(60);
  for (let ticket = 1; ticket <= tickets; ticket += 1) {
    const ticketId = `${MARK}-${ticket}${'-'.repeat(number(300))}`;
    const events: QueueEvent[] = [
      {
        type: 'ticketIssued',
        ticketId,
        queue: 'A',
        number: ticket,
        entry: 'walkIn',
        hasPriority: false,
      },
      {
        type: 'ticketCalled',
        ticketId,
        counter: '1',
        reason: { code: 'longestWaiting', queue: 'A', sinceMs: MORNING_MS },
      },
      { type: 'ticketClosed', ticketId, counter: '1' },
    ];
    const recorded = events.slice(0, 1 + number(3)).map((event) => {
      sequence += 1;
      return { sequence, atMs: MORNING_MS, event };
    });
    const commandId = `${MARK}-${day.serviceDay}-${ticket}`;
    await store.append({
      day,
      events: recorded,
      command: { commandId, fingerprint: MARK, reply: MARK.repeat(1 + number(400)) },
    });
  }
}

it(`leaves no byte of a ticket behind a day that is closed (${SEEDS} seeds)`, async () => {
  const later = { number: 9000, summary: 'A test', postgres: '' };
  const change = { ...later, sqlite: 'CREATE TABLE later (a TEXT) STRICT' };
  const base = randomInt(1_000_000);
  for (let seed = base; seed < base + SEEDS; seed += 1) {
    const number = numbersFrom(`${seed}`);
    const dataFolder = temporaryFolder();
    const open = (all = migrations) => {
      const nowMs = MORNING_MS - 86_400_000;
      const opened = openStore({ dataFolder, nowMs, migrations: all });
      if (!opened.ok) throw new Error(opened.error.code);
      return opened.value;
    };
    const earlier = open();
    await liveThrough(earlier, { officeId: 'demo', serviceDay: '2026-11-21' }, number);
    await earlier.close();
    // The copy before the migration has the day before; the nightly one is made at a bad moment.
    const store = open([...migrations, change]);
    await liveThrough(store, { officeId: 'demo', serviceDay: '2026-11-22' }, number);
    await store.backUp('2026-11-22');
    const before = filesWithMark(dataFolder);
    expect(before, `seed ${seed}`).toContainEqual(expect.stringMatching(/^copies/));
    expect(before, `seed ${seed}`).toContain('sportello.sqlite-wal');

    await store.deleteDaysBefore('demo', TODAY);
    expect(filesWithMark(dataFolder), `seed ${seed}`).toEqual([]);
    await store.backUp(TODAY);
    expect(filesWithMark(dataFolder), `seed ${seed}`).toEqual([]);
    await store.close();
    expect(filesWithMark(dataFolder), `seed ${seed}`).toEqual([]);
    expect(readdirSync(join(dataFolder, 'backups'))).toHaveLength(2);
    removeFolder(dataFolder);
  }
});
