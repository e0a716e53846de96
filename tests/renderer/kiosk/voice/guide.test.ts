// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clipName } from '../../../../electron/contract/clip-name.ts';
import type { Clips } from '../../../../electron/contract/clips.ts';
import type { Language } from '../../../../electron/contract/content.ts';
import { createGuide, type Guide } from '../../../../renderer/kiosk/voice/guide.ts';
import type { Player, Track } from '../../../../renderer/kiosk/voice/player.ts';

function language(code: string, localeTag: string, autonym: string): Language {
  return {
    code,
    localeTag,
    autonym,
    direction: 'ltr',
    isForStaff: true,
    voice: { none: 'A test.' },
  };
}

const italian = language('it', 'it-IT', 'Italiano');
const english = language('en', 'en-GB', 'English');
const sinhala = language('si', 'si-LK', 'සිංහල');

/** Clips whose files are called as what they say. */
function clipsFor(...texts: string[]): Clips {
  return Object.fromEntries(texts.map((text) => [clipName(text), text]));
}

const VOICES: Readonly<Record<string, Clips>> = {
  it: clipsFor(
    ...['Benvenuto', 'Lei chi è?', 'Una persona', 'Scelto', 'Non scelto', 'Casa', 'Spesa'],
    ...[
      'Stampa in corso',
      'Numero stampato',
      'Senza voce',
      'Parte personale',
      'Va bene',
      'singalese',
    ],
  ),
  en: clipsFor('English', 'Welcome'),
};

/** Plays nothing, and knows what would be heard. */
class SilentPlayer implements Player {
  heard: string[] = [];
  readonly begins: (() => void)[] = [];

  add(tracks: readonly Track[]): void {
    for (const { url, onStart } of tracks) {
      this.heard.push(url.replace('/audio/', ''));
      if (onStart !== undefined) this.begins.push(onStart);
    }
  }

  stop(): void {
    this.heard = [];
  }

  setPaused(): void {}
  setSound(): void {}
  isPlaying(): boolean {
    return this.heard.length > 0;
  }
}

let player: SilentPlayer;
let guide: Guide;
let endListening: () => void;
let isPublic: boolean;
let clipsOf: (code: string) => Promise<Clips>;

beforeEach(() => {
  player = new SilentPlayer();
  isPublic = false;
  clipsOf = (code) => Promise.resolve(VOICES[code] ?? {});
  guide = createGuide({
    page: document,
    player,
    languages: [italian, english, sinhala],
    clipsOf: (code) => clipsOf(code),
    words: () => ({
      language: italian,
      chosen: 'Scelto.',
      notChosen: 'Non scelto.',
      personal: 'Parte personale.',
      done: 'Va bene.',
      unspoken: 'Senza voce.',
    }),
    isPublic: () => isPublic,
  });
  endListening = () => undefined;
});

afterEach(() => endListening());

/** The screen that the guide finds when it begins to listen. */
function show(html: string): void {
  document.documentElement.lang = 'it-IT';
  document.body.innerHTML = html;
  endListening = guide.listen();
}

function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`There is no ${selector} on the page`);
  return found;
}

/** Has the next clips that are asked for come last: only when the function it answers is called. */
function holdClips(): () => void {
  const atOnce = clipsOf;
  let bring: () => void = () => undefined;
  clipsOf = (code) => {
    clipsOf = atOnce;
    return new Promise((resolve) => {
      bring = () => resolve(atOnce(code));
    });
  };
  return () => setTimeout(bring);
}

async function isHeard(...files: string[]): Promise<void> {
  await vi.waitFor(() => expect(player.heard).toEqual(files));
}

/** Long enough for all that has been asked to be said, had it not been given up. */
async function nothingIsHeard(): Promise<void> {
  guide.say('Numero stampato');
  await isHeard('it/Numero stampato');
}

function press(key: string): void {
  window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}

describe('a screen', () => {
  it('is read from its title on, after what is said before it', async () => {
    show('<main><h1>Lei chi è?</h1><p>Una persona</p></main>');
    guide.readScreen({ text: 'Benvenuto', lang: 'it-IT', element: document.documentElement });
    await isHeard('it/Benvenuto', 'it/Lei chi è?', 'it/Una persona');
  });

  it('waits behind the dialog that lies over it', async () => {
    show('<main><h1>Lei chi è?</h1></main><div role="dialog"><h2>Casa</h2></div>');
    guide.readScreen();
    await isHeard('it/Casa');
  });

  it('has the place marked that is being said', async () => {
    show('<main><h1>Lei chi è?</h1><p>Una persona</p></main>');
    guide.readScreen();
    await isHeard('it/Lei chi è?', 'it/Una persona');
    for (const [index, selector] of ['h1', 'p'].entries()) {
      player.begins[index]?.();
      expect(document.querySelector('[data-being-said]')).toBe(element(selector));
    }
  });

  it('says each language in its own voice, and by an Italian name one that has none', async () => {
    show('<main><p lang="en-GB">English</p><p lang="si-LK">සිංහල</p></main>');
    guide.readScreen();
    await isHeard('en/English', 'it/singalese');
  });

  it('says once that something has no voice, however much of it there is', async () => {
    show('<main><p>Via Sile</p><h1>Casa</h1><p>Via Legioni</p></main>');
    guide.readScreen();
    await isHeard('it/Senza voce', 'it/Casa');
  });

  it('says once, where others hear it, that parts of it are personal', async () => {
    isPublic = true;
    show(
      '<main><p data-personal="true">Spesa</p><h1>Casa</h1><p data-personal="true">Spesa</p></main>',
    );
    guide.readScreen();
    await isHeard('it/Parte personale', 'it/Casa');
  });

  it('takes the place of the one before, whose clips come too late', async () => {
    show('<main><h1>Lei chi è?</h1></main>');
    const bringClips = holdClips();
    guide.readScreen();
    element('h1').textContent = 'Casa';
    guide.readScreen();
    bringClips();
    await isHeard('it/Casa');
  });
});

describe('what is said later', () => {
  it('follows the screen, even where the clips of the screen come last', async () => {
    show('<main><h1>Casa</h1></main>');
    const bringClips = holdClips();
    guide.readScreen();
    guide.say('Spesa');
    bringClips();
    await isHeard('it/Casa', 'it/Spesa');
  });
});

describe('what is said in place of a screen', () => {
  it('may be in another language, and is what is repeated', async () => {
    show('<main><h1>Casa</h1></main>');
    guide.readScreen();
    guide.readInstead('Welcome', english);
    await isHeard('en/Welcome');
    guide.repeat();
    await isHeard('en/Welcome');
  });
});

describe('what is repeated', () => {
  it('is what was read last', async () => {
    show('<main><h1>Casa</h1></main>');
    guide.readScreen();
    await isHeard('it/Casa');
    guide.repeat();
    expect(player.heard).toEqual([]);
    await isHeard('it/Casa');
  });

  it('is never what the person before has heard, perhaps by headset', async () => {
    show('<main><p data-personal="true">Spesa</p></main>');
    guide.readScreen();
    await isHeard('it/Spesa');
    endListening();
    isPublic = true;
    guide.repeat();
    await nothingIsHeard();
  });
});

describe('keys and touches', () => {
  beforeEach(async () => {
    show(
      '<main><h1>Lei chi è?</h1><button id="a">Casa</button><button id="b" aria-pressed="false">Spesa</button></main>',
    );
    guide.readScreen();
    await isHeard('it/Lei chi è?', 'it/Casa', 'it/Spesa');
  });

  it('have a choice said that a key changes, without a click', async () => {
    const choice = element('#b');
    choice.focus();
    choice.setAttribute('aria-pressed', 'true');
    await isHeard('it/Spesa', 'it/Scelto');
  });

  it('interrupt what is being said', () => {
    press('x');
    expect(player.heard).toEqual([]);
  });

  it('interrupt it by the finger too', () => {
    element('main').dispatchEvent(new Event('pointerdown', { bubbles: true }));
    expect(player.heard).toEqual([]);
  });

  it('that are about the voice itself do not', () => {
    for (const key of ['F4', 'F5', 'F6', 'F7', 'F8', 'F9']) press(key);
    expect(player.heard).toHaveLength(3);
  });

  it('that tell of a headset pulled out do, for others hear the rest', () => {
    press('F16');
    expect(player.heard).toEqual([]);
  });

  it('have what they reach read in full, with its state', async () => {
    press('ArrowDown');
    element('#b').focus();
    await isHeard('it/Spesa', 'it/Non scelto');
  });

  it('have no state told where others hear it', async () => {
    isPublic = true;
    press('ArrowDown');
    element('#b').focus();
    await isHeard('it/Spesa');
  });

  it('have the state told there of what is the same for every person', async () => {
    isPublic = true;
    element('main').setAttribute('data-personal', 'false');
    press('ArrowDown');
    element('#b').focus();
    await isHeard('it/Spesa', 'it/Non scelto');
  });

  it('have no answer called by its name once it is given, where others hear it', async () => {
    isPublic = true;
    press('a');
    element('#b').click();
    await isHeard('it/Va bene');
  });

  it('lead on past what only the person may hear', async () => {
    isPublic = true;
    element('main').setAttribute('data-personal', 'true');
    element('#b').setAttribute('data-personal', 'false');
    press('ArrowDown');
    element('#a').focus();
    await isHeard('it/Parte personale');
    press('ArrowDown');
    element('#b').focus();
    await isHeard('it/Spesa', 'it/Non scelto');
  });

  it('have a choice read again once it has changed', async () => {
    const choice = element('#b');
    choice.addEventListener('click', () => choice.setAttribute('aria-pressed', 'true'));
    choice.click();
    await isHeard('it/Spesa', 'it/Scelto');
  });

  it('are not what gives the focus to the title of a new screen', async () => {
    press('a');
    element('#a').focus();
    await nothingIsHeard();
  });

  it('say nothing more of the choice by which the voice was turned off', async () => {
    const choice = element('#b');
    choice.addEventListener('click', () => endListening());
    choice.click();
    await new Promise((resolve) => setTimeout(resolve));
    await nothingIsHeard();
  });

  it('are no longer followed once the voice is off', async () => {
    endListening();
    press('ArrowDown');
    element('#b').focus();
    await nothingIsHeard();
    expect(document.querySelector('[data-being-said]')).toBeNull();
  });
});

describe('news on the screen', () => {
  it('is said after what is being said, whenever it changes', async () => {
    show('<main><h1>Casa</h1><p role="status">Stampa in corso</p></main>');
    guide.readScreen();
    await isHeard('it/Casa', 'it/Stampa in corso');
    element('[role="status"]').textContent = 'Numero stampato';
    await isHeard('it/Casa', 'it/Stampa in corso', 'it/Numero stampato');
  });

  it('is said once when it is new on the page', async () => {
    show('<main><h1>Casa</h1></main>');
    guide.readScreen();
    await isHeard('it/Casa');
    element('main').insertAdjacentHTML('beforeend', '<p role="status">Stampa in corso</p>');
    await isHeard('it/Casa', 'it/Stampa in corso');
    guide.say('Numero stampato');
    await isHeard('it/Casa', 'it/Stampa in corso', 'it/Numero stampato');
  });

  it('is said once when it is new inside of something new', async () => {
    show('<main><h1>Casa</h1></main>');
    element('main').insertAdjacentHTML(
      'beforeend',
      '<section><p>Spesa</p><div role="status"><p>Stampa in corso</p></div></section>',
    );
    await isHeard('it/Stampa in corso');
  });

  it('is not said twice when it comes with a screen that is read', async () => {
    show('<main><h1>Casa</h1></main>');
    element('main').innerHTML = '<h1>Spesa</h1><p role="status">Stampa in corso</p>';
    guide.readScreen();
    guide.say('Numero stampato');
    await isHeard('it/Spesa', 'it/Stampa in corso', 'it/Numero stampato');
  });

  it('is not said twice when the screen is read a little later', async () => {
    show('<main><h1>Casa</h1></main>');
    element('main').innerHTML = '<h1>Spesa</h1><p role="status">Stampa in corso</p>';
    await isHeard('it/Stampa in corso');
    guide.readScreen();
    guide.say('Numero stampato');
    await isHeard('it/Spesa', 'it/Stampa in corso', 'it/Numero stampato');
  });

  it('is not said where it is new, personal, and others would hear it', async () => {
    isPublic = true;
    show('<main data-personal="true"><h1>Casa</h1></main>');
    element('main').insertAdjacentHTML('beforeend', '<p role="status">Spesa</p>');
    await nothingIsHeard();
  });

  it('is not said where it is personal and others would hear it', async () => {
    isPublic = true;
    show('<main><p role="status" data-personal="true"></p></main>');
    element('[role="status"]').textContent = 'Spesa';
    await nothingIsHeard();
  });

  it('is no news where it is not marked as such', async () => {
    show('<main><p>Casa</p></main>');
    element('p').textContent = 'Spesa';
    await nothingIsHeard();
  });
});
