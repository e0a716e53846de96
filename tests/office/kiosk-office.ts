import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { provision } from '../support/provision.ts';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';
import { KIOSK_PAGE, launchApp, type RunningApp } from './electron-app.ts';
import { importAppointment } from './import-appointment.ts';

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
      await importAppointment(serverUrl, code);
      await page.locator('.attract__appointment').waitFor();
    },
    async close() {
      await app.close();
      removeFolder(dataFolder);
    },
  };
}
