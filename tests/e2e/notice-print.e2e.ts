import { expect, test } from 'playwright/test';
import { isBlack } from '../../electron/devices/monochrome.ts';
import type { MonochromeImage } from '../../electron/devices/ticket-printer.ts';
import { startFakePrinter } from '../fakes/printer.ts';
import { Citizen } from '../office/citizen.ts';
import { openKioskOffice } from '../office/kiosk-office.ts';
import { shippedLanguages, textsIn } from '../support/texts.ts';

const NOTICES = ['first-level', 'second-level', 'queue-system'] as const;

/** Of the paper, on each side. */
const MARGIN_DOTS = 20;

/** Whether nothing runs towards the edge of the paper, or beyond it. */
function isMarginWhite(image: MonochromeImage): boolean {
  for (let y = 0; y < image.heightDots; y += 1) {
    for (let x = 0; x < MARGIN_DOTS; x += 1) {
      if (isBlack(image, x, y) || isBlack(image, image.widthDots - 1 - x, y)) return false;
    }
  }
  return true;
}

// In a demonstration office nobody has reviewed the translations: Italian follows on its own paper.
test('every notice comes out of the printer in every language, however long it is there', async () => {
  test.setTimeout(600_000);
  await using printer = await startFakePrinter();
  const office = await openKioskOffice({ printer: { host: printer.host, port: printer.port } });
  try {
    const { page } = office;
    for (const language of shippedLanguages()) {
      const texts = textsIn(language);
      const citizen = new Citizen(page, texts);
      await page.reload();
      await page.locator(`.attract__language >> text="${texts.language.autonym}"`).click();
      for (const notice of NOTICES) {
        printer.passOver();
        await citizen.touchFrame('kiosk.frame.notices');
        await citizen.touch(`notices.${notice}.title`);
        await citizen.touch('kiosk.notices.print');
        const said = page.getByText(texts.t('kiosk.notices.printed'));
        await expect(said, `${notice} ${language}`).toBeVisible();
        const papers = language === 'it' ? 1 : 2;
        for (let paper = 0; paper < papers; paper += 1) {
          const job = await printer.nextJob();
          expect(job.isCarriedOut).toBe(true);
          expect(isMarginWhite(job.image()), `${notice} ${language} ${paper}`).toBe(true);
        }
      }
    }
  } finally {
    await office.close();
  }
});
