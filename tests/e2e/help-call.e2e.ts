import { expect } from 'playwright/test';
import { test } from '../office/staged-test.ts';
import { testAccounts } from '../support/provision.ts';

test.describe('a person at a kiosk whose place is known', () => {
  test.use({ place: 'all’ingresso' });

  test('asks for someone to come, quietly, and the desk answers', async ({ stage }) => {
    const clerk = await stage.clerk();
    await clerk.signIn(stage.server.url, testAccounts.ada);
    await clerk.takeCounter('1');

    const citizen = await stage.citizen();
    await citizen.touch('kiosk.attract.touch');
    await citizen.touchFrame('kiosk.frame.help');
    await citizen.touch('kiosk.help.callLabel');
    const said = citizen.page.getByRole('status').getByText(citizen.texts.t('kiosk.help.callDone'));
    await said.waitFor();

    // Announced, reached by keyboard, answered with Enter.
    const call = clerk.page.locator('.help-calls[role="status"]');
    await expect(call).toContainText(
      clerk.texts
        .t('desk.help.calledAt', { place: 'all’ingresso', time: '' })
        .replace(/[\s.]+$/, ''),
    );
    const answer = call.getByRole('button');
    await answer.focus();
    await clerk.page.keyboard.press('Enter');
    await expect(call).toBeEmpty();

    // The kiosk says nothing of it any more, and emptying the screen takes the rest.
    await said.waitFor({ state: 'hidden' });
    await citizen.touchFrame('kiosk.frame.clear');
    await citizen.page.locator('.cleared').waitFor();
  });
});

test('someone finds the office of their Municipio by a street, and comes back to where they were', async ({
  stage,
}) => {
  const citizen = await stage.citizen();
  await citizen.touch('kiosk.attract.touch');
  await citizen.touch('kiosk.needs.finderLabel');
  await citizen.touch('kiosk.finder.placeLabel');
  await citizen.writeCode('ADDA');
  await citizen.page.getByRole('button', { name: 'Via Adda' }).click();
  await citizen.heading('kiosk.finder.severalTitle').waitFor();
  const { text } = citizen.texts.phrase('offices.list.municipio', { number: 9 });
  await citizen.page.getByRole('button', { name: text }).click();
  await expect(citizen.page.getByText('Via Cesare Brivio 4')).toBeVisible();
  await citizen.touch('kiosk.notices.back');
  await citizen.heading('kiosk.needs.title').waitFor();
});
