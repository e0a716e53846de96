import { _electron } from 'playwright/test';
import { openKioskOffice } from '../../e2e/support/kiosk-office.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';
import { Samples } from '../statistics.ts';
import { Finger } from './finger.ts';
import { emptyApp } from './watched-app.ts';

export interface TouchLatency {
  readonly transitions: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** The same in an empty window, whose button puts one title in the place of another. */
  readonly emptyP50Ms: number;
  readonly emptyP95Ms: number;
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

/**
 * How long people wait for the next screen, all the way and back. An empty window is touched as
 * often after each walk, so that whatever else the machine does hits both.
 */
export async function measureTouches(rounds: number): Promise<TouchLatency> {
  const office = await openKioskOffice();
  const empty = await openEmptyWindow();
  const ofKiosk = new Samples();
  const ofEmpty = new Samples();
  let transitions = 0;
  try {
    const { page } = office;
    const finger = new Finger(page, await page.context().newCDPSession(page));
    for (let round = 0; round < rounds; round += 1) {
      for (const selector of WAY) {
        const ms = await finger.touchToNextScreen(selector);
        // The first walk loads what later ones have: fonts, and code that was never run.
        if (round === 0) continue;
        ofKiosk.add(ms);
        transitions += 1;
      }
      for (let touch = 0; touch < WAY.length; touch += 1) {
        const ms = await empty.finger.touchToNextScreen('button');
        if (round > 0) ofEmpty.add(ms);
      }
    }
  } finally {
    await empty.close();
    await office.close();
  }
  const { p50Ms: emptyP50Ms, p95Ms: emptyP95Ms } = ofEmpty.summary();
  return { transitions, ...ofKiosk.summary(), emptyP50Ms, emptyP95Ms };
}

async function openEmptyWindow(): Promise<{ finger: Finger; close(): Promise<void> }> {
  const executablePath = process.env['SPORTELLO_ELECTRON'];
  if (executablePath === undefined) throw new Error('SPORTELLO_ELECTRON is not set');
  const app = emptyApp();
  const data = temporaryFolder();
  const electron = await _electron.launch({
    executablePath,
    args: [app.folder, `--user-data-dir=${data}`],
    chromiumSandbox: true,
  });
  const page = await electron.firstWindow();
  return {
    finger: new Finger(page, await page.context().newCDPSession(page)),
    async close() {
      await electron.close();
      app.remove();
      removeFolder(data);
    },
  };
}
