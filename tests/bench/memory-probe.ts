import { MORNING_MS } from '../support/in-process-server.ts';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';
import { openLocalServer } from './local-server.ts';
import { HOUR_MS, type MemoryReport } from './memory.ts';

// A process of its own for `memory.ts`: nothing else is in its memory.
const [tickets, offices, days] = process.argv.slice(2).map(Number);
if (tickets === undefined || offices === undefined || days === undefined) process.exit(2);

const folder = temporaryFolder();
let now = MORNING_MS;
const server = await openLocalServer({
  ...{ folder, offices, waiting: 0, hasPriorities: false },
  nowMs: () => now,
});

function usage(): { readonly residentMb: number; readonly heapMb: number } {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { residentMb: Math.round(rss / 2 ** 20), heapMb: Math.round(heapUsed / 2 ** 20) };
}

const atStart = usage();
let issued = 0;
for (let day = 1; day <= days; day += 1) {
  const wanted = Math.round((tickets * day) / days);
  while (issued < wanted) {
    const office = server.offices[issued % offices];
    await office?.issue();
    issued += 1;
    // A kiosk's people come one after the other.
    now += 1;
  }
  if (day < days) now += 24 * HOUR_MS;
}
const atEnd = usage();
now += 24 * HOUR_MS;
for (const office of server.offices) await office.rollOver();
const nextMorning = usage();
await server.close();
removeFolder(folder);
const report: MemoryReport = { tickets: issued, offices, days, atStart, atEnd, nextMorning };
process.stdout.write(JSON.stringify(report));
