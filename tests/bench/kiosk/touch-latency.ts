import { openKioskOffice } from '../../e2e/support/kiosk-office.ts';
import { Samples } from '../statistics.ts';
import { Finger } from './finger.ts';

export interface TouchLatency {
  readonly transitions: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

/** What is touched on each screen, from the first one to a question, and back to the beginning. */
const WAY = [
  '.attract__begin',
  '.tile--choice',
  '.page__actions .tile--primary',
  '.tile--choice',
  '.frame__command--help',
  '.frame__command--back',
  '.frame__command--notices',
  '.frame__command--back',
  '.frame__command--start-again',
  '.frame__command--back',
] as const;

/** How long people wait for the next screen, all the way and back. */
export async function measureTouches(rounds: number): Promise<TouchLatency> {
  const office = await openKioskOffice();
  const samples = new Samples();
  let transitions = 0;
  try {
    const { page } = office;
    const finger = new Finger(page, await page.context().newCDPSession(page));
    for (let round = 0; round < rounds; round += 1) {
      for (const selector of WAY) {
        const ms = await finger.touchToNextScreen(selector);
        // The first walk loads what later ones have: fonts, and code that was never run.
        if (round === 0) continue;
        samples.add(ms);
        transitions += 1;
      }
    }
  } finally {
    await office.close();
  }
  return { transitions, ...samples.summary() };
}
