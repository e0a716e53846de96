import { expect, test } from 'playwright/test';
import { Citizen } from '../office/citizen.ts';
import { APPOINTMENT } from '../office/import-appointment.ts';
import { takeNumberByKeyboard } from '../office/journeys/by-keyboard.ts';
import { takeNumberByTwoSwitches } from '../office/journeys/by-two-switches.ts';
import { KeyUser } from '../office/key-user.ts';
import { type KioskOffice, openKioskOffice } from '../office/kiosk-office.ts';
import { textsIn } from '../support/texts.ts';

const italian = textsIn('it');
const english = textsIn('en');

test.describe('someone who does not touch the screen', () => {
  let office: KioskOffice;

  test.beforeAll(async () => {
    office = await openKioskOffice();
  });
  test.afterAll(() => office.close());

  test('takes a number with arrow keys, Enter and Esc', async () => {
    expect(await takeNumberByKeyboard(office.page, 'it')).toBe('A001');
  });

  test('goes round all that is on a screen with the arrow keys', async () => {
    const user = new KeyUser(office.page, italian, 'ArrowDown');
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
    await user.press('Enter');
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

    // Help takes its place, by its key or by its button, and leads back to the screen.
    const help = dialog.getByRole('button', { name: italian.phraseAt('kiosk.frame.help').text });
    for (const ask of [() => user.press('F1'), () => user.select(help)]) {
      await user.select(settings);
      await dialog.waitFor();
      await ask();
      await user.isAt('kiosk.help.title');
      await expect(dialog).toHaveCount(0);
      await user.press('Escape');
      await user.isAt('kiosk.needs.title');
    }

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
    expect(await takeNumberByTwoSwitches(office.page, 'it', APPOINTMENT)).toBe('B001');
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
    await citizen.heading('kiosk.code.title').waitFor();
    await type([...APPOINTMENT, 'Enter']);
    await citizen.heading('kiosk.final.title').waitFor();
  });
});
