import { expect, test } from 'playwright/test';
import { textsIn } from '../support/texts.ts';
import { Citizen } from './support/citizen.ts';
import { KeyUser } from './support/key-user.ts';
import { type KioskOffice, openKioskOffice } from './support/kiosk-office.ts';

const italian = textsIn('it');
const english = textsIn('en');

const APPOINTMENT = 'MI2026';

test.describe('someone who does not touch the screen', () => {
  let office: KioskOffice;

  test.beforeAll(async () => {
    office = await openKioskOffice();
  });
  test.afterAll(() => office.close());

  test('takes a number with arrow keys, Enter and Esc', async () => {
    const user = new KeyUser(office.page, italian, 'ArrowDown');
    await user.isAt('kiosk.attract.title');
    await user.press('Enter');
    await user.isAt('kiosk.needs.title');

    // The first arrow leads to the first choice; the commands below come after the last one.
    await user.press('ArrowDown');
    await expect(user.choice('offerings.information.label')).toBeFocused();
    await user.press('ArrowUp');
    await user.press('ArrowUp');
    await user.press('ArrowDown');
    await user.press('ArrowDown');
    await expect(user.choice('offerings.information.label')).toBeFocused();
    await user.goTo(user.choice('kiosk.needs.unsureLabel'));
    const behind = user.presses;
    await user.goTo(user.choice('kiosk.frame.back'));
    // Between them only the buttons that turn the list over, and that move a long page.
    expect(user.presses - behind).toBeLessThanOrEqual(5);

    await user.select('offerings.information.label');
    await user.press('Escape');
    await user.isAt('kiosk.needs.title');
    await user.select('kiosk.needs.moreLabel');
    await user.isAt('kiosk.needs.title');
    await user.select('kiosk.needs.moreLabel');
    await user.select('kiosk.needs.mandatedLabel');
    await user.isAt('kiosk.mandated.title');
    await user.select('kiosk.mandated.takeNumberLabel');
    await user.isAt('kiosk.appointment.title');
    await user.select('kiosk.appointment.noLabel');
    await user.select('residence.residence-urgent.label');
    await user.isAt('residence.urgent.title');
    await user.select('kiosk.final.takeLabel');
    await user.isAt('kiosk.ticket.title');
    await user.select('kiosk.ticket.doneLabel');
    await user.isAt('kiosk.attract.title');
  });

  test('finds help by its key, and leaves it to where they were', async () => {
    const user = new KeyUser(office.page, italian, 'ArrowDown');
    await user.press('Enter');
    await user.isAt('kiosk.needs.title');
    await user.press('F1');
    await user.isAt('kiosk.help.title');
    await expect(user.page.getByText(italian.t('kiosk.help.keysLine'))).toBeVisible();
    await user.press('Escape');
    await user.isAt('kiosk.needs.title');
    await user.select('kiosk.frame.clear');
    await user.isAt('kiosk.attract.title');
  });

  test('goes back to the same button when a dialog closes, and stays in it while it is open', async () => {
    const user = new KeyUser(office.page, italian, 'ArrowDown');
    await user.press('Enter');
    await user.isAt('kiosk.needs.title');
    const settings = user.choice('kiosk.display.button');
    await user.select(settings);
    const dialog = user.page.getByRole('dialog');
    await dialog.waitFor();
    // All the way round, and none of it outside.
    const first = dialog.getByRole('radio').first();
    await user.goTo(first);
    await user.press('ArrowDown');
    await user.goTo(first);
    await user.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(settings).toBeFocused();

    // Where the button is gone with its screen, the new title has the focus.
    await user.press('Escape');
    await user.isAt('kiosk.attract.title');
    await user.select(user.page.locator('.frame__setting').last());
    await user.select(dialog.getByRole('button', { name: english.language.autonym }));
    const abroad = new KeyUser(office.page, english, 'ArrowDown');
    await abroad.isAt('kiosk.needs.title');
    await abroad.select('kiosk.frame.clear');
    await user.isAt('kiosk.attract.title');
  });

  test('goes on from the title after a touch in the middle of nowhere', async () => {
    const user = new KeyUser(office.page, italian, 'ArrowDown');
    await user.press('Enter');
    await user.isAt('kiosk.needs.title');
    await office.page.mouse.click(2, 400);
    await user.press('ArrowDown');
    await expect(user.choice('offerings.information.label')).toBeFocused();
    await user.select('kiosk.frame.clear');
    await user.isAt('kiosk.attract.title');
  });

  test('uses the whole kiosk with two switches, next and select', async () => {
    await office.importAppointment(APPOINTMENT);
    const user = new KeyUser(office.page, italian, 'Tab');
    const { page } = user;
    await user.isAt('kiosk.attract.title');

    // The largest text: now screens are longer than the panel.
    await user.select('kiosk.display.button');
    await user.select(page.getByRole('radio', { name: italian.t('kiosk.display.sizeLargest') }));
    await user.select(page.getByRole('radio', { name: italian.t('kiosk.display.themeLow') }));
    await user.select('kiosk.display.done');
    await expect(user.choice('kiosk.display.button')).toBeFocused();

    // Reads a notice to its end; the focus stays on the button that leads no further.
    await user.select('kiosk.frame.notices');
    await user.isAt('kiosk.notices.title');
    const down = page.getByRole('button', { name: italian.t('kiosk.frame.scrollDown') });
    await user.goTo(down);
    await expect(async () => {
      await user.press('Enter');
      await expect(down).toHaveAttribute('aria-disabled', 'true', { timeout: 200 });
    }).toPass();
    await expect(down).toBeFocused();
    await user.select('kiosk.frame.back');
    await user.isAt('kiosk.attract.title');

    // Writes a code: first the row, then the key.
    await user.select('kiosk.attract.appointment');
    await user.isAt('kiosk.code.title');
    const before = user.presses;
    for (const [index, character] of [...APPOINTMENT].entries()) {
      const key = page.getByRole('button', { name: character, exact: true });
      await user.select(page.locator('[data-key-row]').filter({ has: key }));
      await user.select(key);
      await expect(page.locator('.code-field__code')).toHaveText(APPOINTMENT.slice(0, index + 1));
    }
    expect(user.presses - before).toBeLessThan(12 * APPOINTMENT.length);
    await user.select('kiosk.code.confirmLabel');
    await user.isAt('kiosk.final.title');
    await user.select('kiosk.final.priorityLabel');
    await user.select('kiosk.final.takeLabel');
    await user.isAt('kiosk.ticket.title');
    await expect(page.locator('.ticket__code [aria-hidden]')).toHaveText('B001');
    await user.select('kiosk.ticket.doneLabel');
    await user.isAt('kiosk.attract.title');
  });

  test('writes a code with a keyboard, or a reader, through the lock of the window', async () => {
    const { page, app } = office;
    const citizen = new Citizen(page, italian);
    await citizen.touch('kiosk.attract.appointment');
    await citizen.heading('kiosk.code.title').waitFor();
    // Through Electron: keys that Playwright presses do not pass the window's own filter.
    const type = (keys: readonly string[]) =>
      app.electron.evaluate(({ BrowserWindow }, keyCodes) => {
        const contents = BrowserWindow.getAllWindows()
          .map((window) => window.webContents)
          .find((one) => one.getURL().includes('/kiosk/'));
        for (const keyCode of keyCodes) {
          contents?.sendInputEvent({ type: 'keyDown', keyCode });
          contents?.sendInputEvent({ type: 'keyUp', keyCode });
        }
      }, keys);
    const written = page.locator('.code-field__code');
    await type(['K', '7', '7', 'Backspace']);
    await expect(written).toHaveText('K7');
    await citizen.touchFrame('kiosk.frame.startAgain');
    await citizen.touchFrame('kiosk.frame.back');
    await citizen.touch('kiosk.attract.appointment');
    await type([...APPOINTMENT, 'Enter']);
    await citizen.heading('kiosk.final.title').waitFor();
  });
});
