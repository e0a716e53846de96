import { expect, test } from 'playwright/test';
import { takeNumberByEar } from '../office/journeys/by-ear.ts';
import { filesOf, silentClips } from '../office/journeys/silent-clips.ts';
import { openKioskOffice } from '../office/kiosk-office.ts';

// `npm run a11y` walks every language that has a voice.
for (const [language, output] of [
  ['it', 'loudspeaker'],
  ['en', 'headset'],
] as const) {
  test(`a number can be taken by ear only, in "${language}", by ${output}`, async ({ browser }) => {
    test.setTimeout(300_000);
    const office = await openKioskOffice({ kiosk: { sound: { output } } });
    try {
      const { heard, foreign, unspoken } = await takeNumberByEar(office.page, language, output);
      expect(foreign).toEqual([]);
      expect(unspoken).toEqual([]);
      expect(new Set(heard.map((clip) => clip.language))).toContain(language);
      expect(await silentClips(browser, filesOf(heard))).toEqual([]);
    } finally {
      await office.close();
    }
  });
}
