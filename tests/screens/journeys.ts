import type { Browser } from 'playwright/test';
import { step } from '../../build/progress.ts';
import type { Sound } from '../../electron/contract/sound.ts';
import { takeNumberByEar } from '../office/journeys/by-ear.ts';
import { takeNumberByKeyboard } from '../office/journeys/by-keyboard.ts';
import { takeNumberByTwoSwitches } from '../office/journeys/by-two-switches.ts';
import { filesOf, silentClips } from '../office/journeys/silent-clips.ts';
import { openStage, type Scene } from '../office/stage.ts';
import { shippedLanguages, textsIn } from '../support/texts.ts';

interface Journeys {
  expected: number;
  /** Those that ended with a number. */
  taken: number;
}

export interface JourneyReport {
  byKeyboard: Journeys;
  byTwoSwitches: Journeys;
  byEar: Journeys & {
    /** What was said, clip by clip. */
    utterances: number;
    /** Files of sound among them, each once. */
    clips: number;
    silent: number;
    wrongLanguage: number;
    /** How often the voice could only say that a text has none. */
    withoutVoice: number;
  };
}

/** One that reads from the left, one from the right. */
const SEEN_IN = ['it', 'ar'] as const;

/** A code of an appointment is good for one number. */
const APPOINTMENTS = { it: 'MI2027', ar: 'MI2028' } as const;

/** Sound does not depend on how a panel is mounted: so each is heard in one orientation. */
const OUTPUTS: Readonly<Record<Scene['orientation']['name'], Sound['output']>> = {
  portrait: 'loudspeaker',
  landscape: 'headset',
};

export interface JourneyOptions {
  /** One for each orientation. */
  readonly scenes: readonly Scene[];
  /** Part of `journey/by-ear it`, for example; without it, all. */
  readonly only?: string | undefined;
}

/**
 * Takes numbers at a kiosk by keyboard only, by two switches only, and, in every language that has
 * a voice, by ear only.
 *
 * @param complain is told each thing that went wrong, and on which journey.
 */
export async function takeJourneys(
  browser: Browser,
  { scenes, only = '' }: JourneyOptions,
  complain: (journey: string, what: string) => void,
): Promise<JourneyReport> {
  const report: JourneyReport = {
    byKeyboard: { expected: 0, taken: 0 },
    byTwoSwitches: { expected: 0, taken: 0 },
    byEar: {
      ...{ expected: 0, taken: 0, utterances: 0, clips: 0 },
      ...{ silent: 0, wrongLanguage: 0, withoutVoice: 0 },
    },
  };
  const { byKeyboard, byTwoSwitches, byEar } = report;
  const clips = new Set<string>();
  const voiced = shippedLanguages().filter((code) => 'espeak' in textsIn(code).language.voice);
  const isWanted = (name: string) => `journey/${name}`.includes(only);
  const all = [
    ...SEEN_IN.flatMap((language) => [`by-keyboard ${language}`, `by-two-switches ${language}`]),
    ...voiced.map((language) => `by-ear ${language}`),
  ];
  if (!all.some(isWanted)) return report;

  for (const scene of scenes) {
    const output = OUTPUTS[scene.orientation.name];
    const stage = await openStage(browser, scene, { sound: { output } });
    const walk = async (name: string, tally: Journeys, journey: () => Promise<unknown>) => {
      if (!isWanted(name)) return;
      tally.expected += 1;
      await stage.kiosk.reload();
      const at = `${name} ${scene.orientation.name}`;
      await step(`Taking a number ${at}`, async () => {
        try {
          await journey();
          tally.taken += 1;
        } catch (error) {
          complain(at, String((error as Error).message));
        }
      });
    };
    try {
      for (const language of SEEN_IN) {
        await walk(`by-keyboard ${language}`, byKeyboard, () =>
          takeNumberByKeyboard(stage.kiosk, language),
        );
        const code = APPOINTMENTS[language];
        await walk(`by-two-switches ${language}`, byTwoSwitches, async () => {
          await stage.importAppointment(code);
          await stage.kiosk.locator('.attract__appointment').waitFor();
          await takeNumberByTwoSwitches(stage.kiosk, language, code);
        });
      }
      for (const language of voiced) {
        const name = `by-ear ${language}`;
        await walk(name, byEar, async () => {
          await stage.kiosk.locator('.attract').waitFor();
          const transcript = await takeNumberByEar(stage.kiosk, language, output);
          const { heard, foreign, unspoken } = transcript;
          const files = filesOf(heard);
          const silent = await silentClips(browser, files);
          for (const file of files) clips.add(file);
          byEar.utterances += heard.length;
          byEar.silent += silent.length;
          byEar.wrongLanguage += foreign.length;
          byEar.withoutVoice += unspoken.length;
          const at = `${name} ${scene.orientation.name}`;
          for (const file of silent) complain(at, `silence: ${file}`);
          for (const { words, ...clip } of foreign) complain(at, `in ${clip.language}: ${words}`);
          for (const { words } of unspoken) complain(at, words);
        });
      }
    } finally {
      await stage.close();
    }
  }
  byEar.clips = clips.size;
  return report;
}
