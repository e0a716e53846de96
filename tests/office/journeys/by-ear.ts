import { expect, type Page } from 'playwright/test';
import { clipName } from '../../../electron/contract/clip-name.ts';
import type { Sound } from '../../../electron/contract/sound.ts';
import type { Translator } from '../../../renderer/text/translator.ts';
import { spokenTexts, textsIn } from '../../support/texts.ts';
import { Ear, type Heard } from '../ear.ts';
import { numberOnScreen } from '../in-sight.ts';

/** Fewer than so many presses of an arrow lead to anything on a screen. */
const MOST_PRESSES = 40;

/** A person at the keys who hears, decides by what is heard, and sees nothing. */
class Listener {
  readonly heard: Heard[] = [];
  /** What was said in a language that nobody asked for. */
  readonly foreign: Heard[] = [];
  /** What the screen speaks now. */
  texts: Translator;
  private readonly ear: Ear;
  private readonly page: Page;

  constructor(ear: Ear, page: Page, texts: Translator) {
    this.ear = ear;
    this.page = page;
    this.texts = texts;
  }

  async listen(): Promise<string[]> {
    const said = await this.ear.next();
    this.heard.push(...said);
    this.foreign.push(...said.filter((clip) => !this.isExpected(clip)));
    return said.map(({ words }) => words);
  }

  async pressAndListen(key: string): Promise<string[]> {
    await this.page.keyboard.press(key);
    return this.listen();
  }

  /** Goes on until something is called like this. */
  async find(words: string): Promise<void> {
    for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
      const said = await this.pressAndListen('ArrowDown');
      if (said.includes(clipName(words))) return;
    }
    throw new Error(`nobody has said "${words}"`);
  }

  /** Finds something by the words of this text, and chooses it; answers what is said then. */
  async choose(key: string): Promise<string[]> {
    await this.find(this.texts.phraseAt(key).spoken);
    return this.pressAndListen('Enter');
  }

  /** Finds a language by its own name; from then on the screen speaks it. */
  async chooseLanguage(texts: Translator): Promise<string[]> {
    await this.find(texts.language.autonym);
    this.texts = texts;
    return this.pressAndListen('Enter');
  }

  expectToHear(said: readonly string[], key: string): void {
    expect(said).toContain(clipName(this.texts.phraseAt(key).spoken));
  }

  /**
   * In the language of the screen; but a language's own name, and the Italian that follows a text
   * on rights whose translation awaits review.
   */
  private isExpected({ language, words }: Heard): boolean {
    const own = this.texts.language.code;
    if (language === own || words === clipName(textsIn(language).language.autonym)) return true;
    return language === 'it' && this.hasHeard(translationsOf(words, own));
  }

  private hasHeard(names: readonly string[]): boolean {
    return this.heard.some(({ words }) => names.includes(words));
  }
}

/** The clips that say in a language what this one says in Italian. */
function translationsOf(italian: string, language: string): string[] {
  const translated = spokenTexts(language);
  return [...spokenTexts('it')]
    .filter(([, spoken]) => clipName(spoken) === italian)
    .map(([key]) => clipName(translated.get(key) ?? ''));
}

/** What reached the ear on the way to a number. */
export interface Transcript {
  /** Clip by clip. */
  readonly heard: readonly Heard[];
  /** Those in a language that nobody asked for. */
  readonly foreign: readonly Heard[];
  /** Those that say nothing but that a text has no voice. */
  readonly unspoken: readonly Heard[];
}

/**
 * From the first screen of a kiosk that has started to a number, by what is heard alone. Answers
 * what was heard; only at the end somebody looks whether the screen shows the number that was said.
 */
export async function takeNumberByEar(
  page: Page,
  language: string,
  output: Sound['output'],
): Promise<Transcript> {
  const italian = textsIn('it');
  const person = new Listener(await Ear.at(page), page, italian);
  const isPublic = output === 'loudspeaker';

  person.expectToHear(await person.pressAndListen('F2'), 'kiosk.voice.welcome');
  const needs =
    language === 'it'
      ? await person.choose('kiosk.attract.touch')
      : await person.chooseLanguage(textsIn(language));
  person.expectToHear(needs, 'kiosk.needs.title');
  const offering = await person.choose('offerings.help-project.label');
  person.expectToHear(offering, isPublic ? 'kiosk.voice.personal' : 'offerings.help-project.what');
  person.expectToHear(
    await person.choose('kiosk.offering.continueLabel'),
    'kiosk.appointment.title',
  );
  person.expectToHear(
    await person.choose('kiosk.appointment.noLabel'),
    'residence.residence.title',
  );
  const outcome = await person.choose('residence.residence-yes.label');
  if (isPublic) {
    person.expectToHear(outcome, 'kiosk.voice.personal');
    const own = person.texts.phraseAt('residence.resident.title').spoken;
    expect(outcome).not.toContain(clipName(own));
  } else {
    person.expectToHear(outcome, 'residence.resident.title');
  }
  const told = await person.choose('kiosk.final.takeLabel');
  const title = clipName(person.texts.phraseAt('kiosk.ticket.title').spoken);
  while (!told.includes(title)) told.push(...(await person.listen()));
  person.expectToHear(told, 'kiosk.ticket.next');

  const shown = await numberOnScreen(page);
  const after = told.slice(told.indexOf(title) + 1);
  expect(lettersOf(after.join(''))).toContain(lettersOf(person.texts.ticketCode(shown).spoken));

  const sorries = ['it', language].map((code) =>
    clipName(textsIn(code).phraseAt('kiosk.voice.unspoken').spoken),
  );
  return {
    heard: person.heard,
    foreign: person.foreign,
    unspoken: person.heard.filter(({ words }) => sorries.includes(words)),
  };
}

/** One text is said by several clips: what they have in common is letters and digits, in order. */
function lettersOf(text: string): string {
  return text.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
}
