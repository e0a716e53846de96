import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, expect, test } from 'playwright/test';
import { clipName } from '../../electron/contract/clips.ts';
import type { Translator } from '../../renderer/text/translator.ts';
import { writeDataFolder } from '../support/data-folder.ts';
import { removeFolder } from '../support/temporary-folder.ts';
import { textsIn } from '../support/texts.ts';
import { Ear, type Heard } from './support/ear.ts';
import { KIOSK_PAGE, launchApp } from './support/electron-app.ts';

/** Fewer than so many presses of an arrow lead to anything on a screen. */
const MOST_PRESSES = 40;

/** Below this a file is silence: root mean square, full scale 1. */
const FAINTEST = 0.02;

/** A person at the keys who hears, decides by what is heard, and sees nothing. */
class Listener {
  readonly heard: Heard[] = [];
  readonly ear: Ear;
  readonly texts: Translator;
  private readonly press: (key: string) => Promise<void>;

  constructor(ear: Ear, texts: Translator, press: (key: string) => Promise<void>) {
    this.ear = ear;
    this.texts = texts;
    this.press = press;
  }

  async listen(): Promise<string[]> {
    const said = await this.ear.next();
    this.heard.push(...said);
    return said.map(({ words }) => words);
  }

  async pressAndListen(key: string): Promise<string[]> {
    await this.press(key);
    return this.listen();
  }

  /** Goes on until something is called like this, and chooses it; answers what is said then. */
  async choose(words: string): Promise<string[]> {
    for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
      const said = await this.pressAndListen('ArrowDown');
      if (said.includes(clipName(words))) return this.pressAndListen('Enter');
    }
    throw new Error(`nobody has said "${words}"`);
  }

  async chooseText(key: string): Promise<string[]> {
    return this.choose(this.texts.phraseAt(key).spoken);
  }

  expectToHear(said: readonly string[], key: string): void {
    expect(said).toContain(clipName(this.texts.phraseAt(key).spoken));
  }
}

/** Whether each file that was heard is speech, as a browser decodes it. */
async function expectSpeech(browser: Browser, heard: readonly Heard[]): Promise<void> {
  const files = [...new Set(heard.map(({ file }) => file))];
  const page = await browser.newPage();
  try {
    for (const file of files) {
      const level = await page.evaluate(async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const context = new OfflineAudioContext(1, 1, 22_050);
        const samples = (await context.decodeAudioData(bytes.buffer)).getChannelData(0);
        return Math.sqrt(samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length);
      }, readFileSync(file).toString('base64'));
      expect(level, file).toBeGreaterThan(FAINTEST);
    }
  } finally {
    await page.close();
  }
}

function voicesFolder(): string {
  const folder = process.env['SPORTELLO_VOICES'];
  if (folder === undefined)
    throw new Error('SPORTELLO_VOICES is not set: run this with "npm test"');
  return folder;
}

for (const [language, output] of [
  ['it', 'loudspeaker'],
  ['en', 'headset'],
] as const) {
  test(`a number can be taken by ear only, in "${language}", by ${output}`, async ({ browser }) => {
    test.setTimeout(300_000);
    const dataFolder = writeDataFolder({});
    writeFileSync(
      join(dataFolder, 'config.json'),
      JSON.stringify({ kiosk: { sound: { output } } }),
    );
    const office = await launchApp({ dataFolder });
    try {
      const page = await office.page(KIOSK_PAGE);
      // Whoever comes finds a kiosk that has started.
      await page.getByRole('heading', { level: 1 }).waitFor();
      const ear = await Ear.at(page, voicesFolder());
      const texts = textsIn(language);
      const person = new Listener(ear, texts, (key) => page.keyboard.press(key));

      const begun = await person.pressAndListen('F2');
      expect(begun).toContain(clipName(textsIn('it').spoken('kiosk.voice.welcome')));
      if (language === 'it') {
        person.expectToHear(await person.chooseText('kiosk.attract.touch'), 'kiosk.needs.title');
      } else {
        person.expectToHear(await person.choose(texts.language.autonym), 'kiosk.needs.title');
      }
      const offering = await person.chooseText('offerings.help-project.label');
      person.expectToHear(
        offering,
        output === 'headset' ? 'offerings.help-project.what' : 'kiosk.voice.personal',
      );
      person.expectToHear(
        await person.chooseText('kiosk.offering.continueLabel'),
        'kiosk.appointment.title',
      );
      person.expectToHear(
        await person.chooseText('kiosk.appointment.noLabel'),
        'residence.residence.title',
      );
      const outcome = await person.chooseText('residence.residence-yes.label');
      if (output === 'headset') person.expectToHear(outcome, 'residence.resident.title');
      else {
        person.expectToHear(outcome, 'kiosk.voice.personal');
        const own = clipName(texts.phraseAt('residence.resident.title').spoken);
        expect(outcome).not.toContain(own);
      }
      const told = await person.chooseText('kiosk.final.takeLabel');
      while (!told.includes(clipName(texts.spoken('kiosk.ticket.title')))) {
        told.push(...(await person.listen()));
      }
      person.expectToHear(told, 'kiosk.ticket.next');

      // Only now does somebody look at the screen: it shows the number that was said.
      const shown = await page.locator('.ticket__code [aria-hidden]').textContent();
      const spoken = texts.ticketCode(shown ?? '').spoken.split(/[ ,]+/);
      expect(told.join(' ')).toContain(spoken.join(' '));
      const words = person.heard.map((clip) => clip.words);
      expect(words).not.toContain(clipName(texts.spoken('kiosk.voice.unspoken')));
      expect(new Set(person.heard.map((clip) => clip.language))).toContain(language);
      await expectSpeech(browser, person.heard);
    } finally {
      await office.close();
      removeFolder(dataFolder);
    }
  });
}
