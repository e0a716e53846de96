import { expect } from 'playwright/test';
import { APPOINTMENT } from '../office/import-appointment.ts';
import { test } from '../office/staged-test.ts';

test('someone with an appointment checks in by code, and someone without the code gets a number', async ({
  stage,
}) => {
  await stage.importAppointment();

  // A reader: no field is touched first, and its Enter presses nothing.
  const first = await stage.citizen();
  await first.touch('kiosk.attract.appointment');
  await first.heading('kiosk.code.title').waitFor();
  await first.scanCode(` ${APPOINTMENT.toLowerCase()}`);
  await first.heading('kiosk.final.title').waitFor();
  await first.takeNumber();
  expect(await first.numberOnScreen()).toBe('B001');
  await first.leave();

  // A keyboard alone, and a code that was used: there is a number all the same.
  const second = await stage.citizen();
  await second.touch('kiosk.attract.appointment');
  await second.heading('kiosk.code.title').waitFor();
  await second.page.keyboard.type(APPOINTMENT);
  await expect(second.page.locator('.code-field__code')).toHaveText(APPOINTMENT);
  await second.page.keyboard.press('Enter');
  await second.heading('kiosk.final.title').waitFor();
  await second.takeNumber();
  await second.heading('kiosk.problems.alreadyCheckedInTitle').waitFor();
  await second.touch('kiosk.problems.withoutCodeLabel');
  expect(await second.numberOnScreen()).toBe('A001');
});

test('the kiosk says when the office opens, and gives numbers again by itself', async ({
  stage,
}) => {
  const citizen = await stage.citizen();
  await stage.closeOffice();
  await citizen.heading('kiosk.attract.closedTitle').waitFor();
  await citizen.touch('kiosk.attract.closedTouch');
  await citizen.touch('kiosk.needs.unsureLabel');
  await citizen.heading('kiosk.closed.title').waitFor();
  await expect(citizen.page.getByText('08:30')).toBeVisible();

  await stage.openOffice();
  await citizen.heading('kiosk.needs.title').waitFor();
  await citizen.touch('kiosk.needs.unsureLabel');
  await citizen.takeNumber();
  expect(await citizen.numberOnScreen()).toBe('A001');
});
