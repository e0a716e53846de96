import type { CDPSession } from 'playwright/test';
import { openKioskOffice } from '../../office/kiosk-office.ts';
import { rounded, slope } from '../statistics.ts';
import { Finger } from './finger.ts';

/** What a page holds, after a collection of garbage. */
interface Held {
  readonly sessions: number;
  readonly heapKb: number;
  readonly nodes: number;
  readonly listeners: number;
}

export interface SessionMemory {
  readonly sessions: number;
  readonly tickets: number;
  readonly first: Held;
  readonly last: Held;
  /** Slopes of the line through all samples (least squares), but for those of the first tenth. */
  readonly heapKbPerSession: number;
  readonly nodesPerSession: number;
  readonly listenersPerSession: number;
}

/** In each session one looks at an offering and at help; one in so many takes a number. */
const TICKET_EVERY = 10;

/**
 * Lets one person after the other use the kiosk, and looks at what the page holds meanwhile: always
 * after someone who took no number. Until the next touch Chromium keeps the element that was touched
 * last, and with it the screen it stood on; the ticket's has 147 nodes.
 */
export async function measureSessions(sessions: number, samples: number): Promise<SessionMemory> {
  const office = await openKioskOffice({
    server: { ticketRate: { burst: 999, perMinute: 999 } },
  });
  try {
    const { page } = office;
    const cdp = await page.context().newCDPSession(page);
    const finger = new Finger(page, cdp);
    await cdp.send('Performance.enable');
    const held: Held[] = [];
    let tickets = 0;
    for (let session = 1; session <= sessions; session += 1) {
      const isLookedAt = session % Math.ceil(sessions / samples) === 0;
      const takesNumber = session % TICKET_EVERY === 1 && !isLookedAt;
      if (takesNumber) tickets += 1;
      await onePerson(finger, takesNumber);
      if (isLookedAt) held.push(await lookAt(cdp, session));
    }
    const settled = held.filter((each) => each.sessions > sessions / 10);
    const [first] = settled;
    const last = settled.at(-1);
    if (first === undefined || last === undefined) throw new Error('There are too few samples');
    const slopeOf = (what: 'heapKb' | 'nodes' | 'listeners') =>
      rounded(slope(settled.map((each) => [each.sessions, each[what]])));
    return {
      ...{ sessions, tickets, first, last },
      heapKbPerSession: slopeOf('heapKb'),
      nodesPerSession: slopeOf('nodes'),
      listenersPerSession: slopeOf('listeners'),
    };
  } finally {
    await office.close();
  }
}

/** From the first screen to the first screen. */
async function onePerson(finger: Finger, takesNumber: boolean): Promise<void> {
  for (const selector of [
    '.attract__begin',
    '.tile--choice',
    '.frame__command--help',
    '.page__actions .tile',
    '.frame__command--start-again',
  ]) {
    await finger.touchToNextScreen(selector);
  }
  if (takesNumber) {
    await finger.touchToNextScreen('.tiles > .tile--soft:last-child');
    await finger.touch('.tile--toggle');
    await finger.touchToNextScreen('.tile--hero');
    await finger.touchToNextScreen('.leave__buttons .button--primary');
  } else {
    await finger.touchToNextScreen('.frame__command--back');
  }
}

async function lookAt(cdp: CDPSession, sessions: number): Promise<Held> {
  // What a first collection lets go of may hold something itself.
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    sessions,
    heapKb: Math.round(of('JSHeapUsedSize') / 1024),
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
  };
}
