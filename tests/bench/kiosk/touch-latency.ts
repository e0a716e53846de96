import { _electron, type Page } from 'playwright/test';
import { openKioskOffice } from '../../office/kiosk-office.ts';
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

/** A button that takes away the title and puts another there. */
const ONE_BUTTON = `<h1>One</h1>
<button style="width: 400px; height: 200px">Next</button>
<script>
document.querySelector('button').addEventListener('click', () => {
  const next = document.createElement('h1');
  next.textContent = 'Another';
  document.querySelector('h1').replaceWith(next);
});
</script>
`;

/**
 * How long people wait for the next screen, all the way and back. An empty window is touched as
 * often after each walk, so that whatever else the machine does hits both.
 */
export async function measureTouches(rounds: number): Promise<TouchLatency> {
  const office = await openKioskOffice();
  try {
    const ofKiosk = new Samples();
    const ofEmpty = new Samples();
    let transitions = 0;
    await withEmptyWindow(async (empty) => {
      const kiosk = await fingerOn(office.page);
      for (let round = 0; round < rounds; round += 1) {
        for (const selector of WAY) {
          const ms = await kiosk.touchToNextScreen(selector);
          // The first walk loads what later ones have: fonts, and code that was never run.
          if (round === 0) continue;
          ofKiosk.add(ms);
          transitions += 1;
        }
        for (let touch = 0; touch < WAY.length; touch += 1) {
          const ms = await empty.touchToNextScreen('button');
          if (round > 0) ofEmpty.add(ms);
        }
      }
    });
    const { p50Ms: emptyP50Ms, p95Ms: emptyP95Ms } = ofEmpty.summary();
    return { transitions, ...ofKiosk.summary(), emptyP50Ms, emptyP95Ms };
  } finally {
    await office.close();
  }
}

async function fingerOn(page: Page): Promise<Finger> {
  return new Finger(page, await page.context().newCDPSession(page));
}

async function withEmptyWindow(touch: (empty: Finger) => Promise<void>): Promise<void> {
  const executablePath = process.env['SPORTELLO_ELECTRON'];
  if (executablePath === undefined) throw new Error('SPORTELLO_ELECTRON is not set');
  const app = emptyApp(ONE_BUTTON);
  const data = temporaryFolder();
  try {
    const electron = await _electron.launch({
      executablePath,
      args: [app.folder, `--user-data-dir=${data}`],
      chromiumSandbox: true,
    });
    try {
      await touch(await fingerOn(await electron.firstWindow()));
    } finally {
      await electron.close();
    }
  } finally {
    app.remove();
    removeFolder(data);
  }
}
