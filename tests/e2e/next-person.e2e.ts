import { expect, test } from 'playwright/test';
import { Citizen } from '../office/citizen.ts';
import { APPOINTMENT } from '../office/import-appointment.ts';
import { type KioskOffice, openKioskOffice } from '../office/kiosk-office.ts';
import { touch } from '../office/touch.ts';
import { readTraces, type Traces } from '../office/traces.ts';
import { textsIn } from '../support/texts.ts';

const italian = textsIn('it');
const english = textsIn('en');

/** Longer than the demo office lets anybody think, its question included. */
const TOO_LONG_MS = 100_000;

test.describe('the next person finds the kiosk as on its first morning', () => {
  let office: KioskOffice;
  let fresh: Traces;

  test.beforeAll(async () => {
    office = await openKioskOffice();
    const { page } = office;
    await office.importAppointment(APPOINTMENT);
    // From here on the test says how time passes.
    await page.clock.install();
    await page.reload();
    await page.locator('.attract__appointment').waitFor();
    await new Citizen(page, italian).heading('kiosk.attract.title').waitFor();
    // The display's own pointer may stand over a button, which no kiosk's does.
    await page.mouse.move(0, 0);
    await expect(page.locator('[data-hovered]')).toHaveCount(0);
    fresh = await readTraces(page);
  });
  test.afterAll(() => office.close());

  /** Someone who changes all there is to change: language, text, colours. */
  async function aPerson(): Promise<Citizen> {
    const { page } = office;
    const person = new Citizen(page, english);
    const newcomer = new Citizen(page, italian);
    await newcomer.touch('kiosk.display.button');
    for (const key of ['kiosk.display.sizeLarge', 'kiosk.display.themeContrastDark']) {
      await page.getByRole('radio', { name: italian.phraseAt(key).text, exact: true }).click();
    }
    await newcomer.touch('kiosk.display.done');
    await page.locator(`.attract__language >> text="${english.language.autonym}"`).click();
    await person.heading('kiosk.needs.title').waitFor();
    return person;
  }

  /** Takes them through an offering and the question on residence, to the last screen. */
  async function toTheLastScreen(person: Citizen): Promise<void> {
    await person.touch('offerings.economic-support.label');
    await person.touch('kiosk.offering.continueLabel');
    await person.touch('kiosk.appointment.noLabel');
    await person.touch('residence.residence-urgent.label');
    await person.heading('residence.urgent.title').waitFor();
  }

  async function expectNoTrace(): Promise<void> {
    await office.page.locator('.attract').waitFor();
    // Waiting for a button to rest leaves a mouse over it, which no kiosk has.
    await office.page.mouse.move(0, 0);
    await expect(async () => expect(await readTraces(office.page)).toEqual(fresh)).toPass({
      timeout: 10_000,
    });
  }

  test('who emptied the screen', async () => {
    const person = await aPerson();
    await toTheLastScreen(person);
    await person.touchFrame('kiosk.frame.clear');
    await office.page.locator('.cleared').waitFor();
    await expectNoTrace();
  });

  test('who emptied the screen while choosing how to see it', async () => {
    const person = await aPerson();
    await toTheLastScreen(person);
    await person.touch('kiosk.display.button');
    const { text } = english.phraseAt('kiosk.frame.clear');
    await touch(office.page.getByRole('dialog').getByRole('button', { name: text }));
    await office.page.locator('.cleared').waitFor();
    await expectNoTrace();
  });

  test('who walked away from the last screen', async () => {
    const person = await aPerson();
    await toTheLastScreen(person);
    await office.page.clock.runFor(TOO_LONG_MS);
    await expectNoTrace();
  });

  test('who walked away while choosing how to see the screen', async () => {
    const person = await aPerson();
    await person.touch('kiosk.display.button');
    await office.page.getByRole('dialog').waitFor();
    await office.page.clock.runFor(TOO_LONG_MS);
    await expectNoTrace();
  });

  test('who walked away with half a code written', async () => {
    const person = await aPerson();
    await person.touch('offerings.information.label');
    await person.touch('kiosk.offering.continueLabel');
    await person.touch('kiosk.appointment.yesLabel');
    await person.writeCode('MI20');
    await office.page.clock.runFor(TOO_LONG_MS);
    await expectNoTrace();

    // Nor is any of it there when the next person comes to the same screen.
    const next = new Citizen(office.page, italian);
    await next.touch('kiosk.attract.appointment');
    await next.heading('kiosk.code.title').waitFor();
    await expect(office.page.locator('.code-field__code')).toHaveText('');
    await next.touchFrame('kiosk.frame.clear');
    await expectNoTrace();
  });

  test('who read a notice to its end', async () => {
    const person = await aPerson();
    await person.touchFrame('kiosk.frame.notices');
    await person.touch('notices.first-level.title');
    await person.touch('kiosk.notices.readPoints');
    await expect(office.page.locator('.entries')).toBeVisible();
    const scrolled = async () => (await readTraces(office.page)).scrolled;
    await expect(async () => {
      await office.page.keyboard.press('PageDown');
      expect(await scrolled()).not.toEqual([]);
    }).toPass({ timeout: 10_000 });
    await office.page.clock.runFor(TOO_LONG_MS);
    await expectNoTrace();
  });

  test('who came back to the first screen, and left', async () => {
    const person = await aPerson();
    await person.touchFrame('kiosk.frame.back');
    await person.heading('kiosk.attract.title').waitFor();
    await office.page.clock.runFor(TOO_LONG_MS);
    await expectNoTrace();
  });

  test('who took a number and said so', async () => {
    const person = await aPerson();
    await toTheLastScreen(person);
    await person.takeNumber();
    await person.numberOnScreen();
    await person.touch('kiosk.ticket.doneLabel');
    await expectNoTrace();
  });

  test('who took a number and left it on the screen', async () => {
    const person = await aPerson();
    await toTheLastScreen(person);
    await person.takeNumber();
    await person.numberOnScreen();
    await office.page.clock.runFor(TOO_LONG_MS);
    await expectNoTrace();
  });

  test('who took a number and started again', async () => {
    const person = await aPerson();
    await toTheLastScreen(person);
    await person.takeNumber();
    await person.numberOnScreen();
    await person.touchFrame('kiosk.frame.startAgain');
    await expectNoTrace();

    // The next person's last screen says nothing of the one before.
    const next = new Citizen(office.page, italian);
    await next.touch('kiosk.attract.touch');
    await next.touch('kiosk.needs.unsureLabel');
    await next.heading('kiosk.final.title').waitFor();
    await expect(next.choice('kiosk.final.priorityLabel')).toHaveAttribute('aria-pressed', 'false');
    await next.touchFrame('kiosk.frame.clear');
    await expectNoTrace();
  });
});
