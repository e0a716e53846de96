import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { serviceDayAt } from '../../electron/queue/calendar/service-day.ts';
import { must, signedIn } from '../support/client.ts';
import { provision, testAccounts } from '../support/provision.ts';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';
import { KIOSK_PAGE, launchApp, type RunningApp } from './electron-app.ts';

/** A kiosk and its server, in the real Electron, with nobody there. */
export interface KioskOffice {
  readonly app: RunningApp;
  readonly page: Page;
  /** Gives the day a list of appointments, with one code. */
  importAppointment(code: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param config what the office sets up; without it, nothing.
 */
export async function openKioskOffice(config: object = {}): Promise<KioskOffice> {
  const dataFolder = temporaryFolder();
  await provision(dataFolder);
  writeFileSync(join(dataFolder, 'config.json'), JSON.stringify(config));
  const app = await launchApp({ role: 'all', dataFolder });
  const serverUrl = await app.serverUrl();
  const page = await app.page(KIOSK_PAGE);
  await page.locator('.attract').waitFor();
  return {
    app,
    page,
    async importAppointment(code) {
      const supervisor = await signedIn(serverUrl, testAccounts.carla);
      const list = {
        commandId: randomUUID(),
        serviceDay: serviceDayAt(Date.now()),
        format: 'csv',
        text: `code,time,queue\n${code},10:00,B\n`,
      } as const;
      must(await supervisor.call('importAppointments', list));
      await page.locator('.attract__appointment').waitFor();
    },
    async close() {
      await app.close();
      removeFolder(dataFolder);
    },
  };
}
