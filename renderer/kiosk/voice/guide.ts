import type { Clips } from '../../../electron/contract/clips.ts';
import type { Language } from '../../../electron/contract/content.ts';
import { topScope } from '../../ui/focus.ts';
import { commandOfKey, type KeyCommand } from '../../ui/keys.ts';
import { cover } from './cover.ts';
import { newsIn } from './news.ts';
import { isCommon } from './personal.ts';
import type { Player, Track } from './player.ts';
import { isChosen, type Part, partsOf, type Sentence } from './reading.ts';

/** What the guide says of its own accord, in the language of the screen. */
export interface GuideWords {
  readonly language: Language;
  readonly chosen: string;
  readonly notChosen: string;
  readonly personal: string;
  /** That a press was heard of, and nothing else of it. */
  readonly done: string;
  readonly unspoken: string;
}

export interface GuideOptions {
  readonly page: Document;
  readonly player: Player;
  readonly languages: readonly Language[];
  readonly clipsOf: (languageCode: string) => Promise<Clips>;
  readonly words: () => GuideWords;
  /** Whether others hear it too. */
  readonly isPublic: () => boolean;
}

/** Reads the screen aloud, piece by piece, as the person goes on. */
export interface Guide {
  /** Reads what is new: the topmost dialog, or else the screen. `first`: what is said before it. */
  readScreen(first?: Sentence): void;
  /** Says this in place of the screen, in a language that may not be its own. */
  readInstead(text: string, language: Language): void;
  /** Says something once what is being said is over. */
  say(text: string): void;
  /** Says the last thing again. */
  repeat(): void;
  /** Follows keys, touches and news on the screen, until the function it answers is called. */
  listen(): () => void;
}

/** Marks what is being said, for the eyes. */
const BEING_SAID = 'data-being-said';

/** These move the focus, at once. */
const MOVES: readonly (KeyCommand | null)[] = ['up', 'down', 'left', 'right', 'next', 'select'];

/** These are about the voice itself: it goes on, but not aloud once a headset is pulled out. */
const OF_VOICE: readonly (KeyCommand | null)[] = [
  ...(['guide', 'repeat', 'pause', 'softer', 'louder'] as const),
  ...(['slower', 'faster', 'dark', 'plugged'] as const),
];

export function markSaid(page: Document, element: Element | null): void {
  page.querySelector(`[${BEING_SAID}]`)?.removeAttribute(BEING_SAID);
  element?.setAttribute(BEING_SAID, '');
}

export function createGuide(options: GuideOptions): Guide {
  const { page, player, languages, clipsOf, words, isPublic } = options;
  let last: readonly Part[] = [];
  /** Grows whenever something else is to be said: what is not ready by then is not said any more. */
  let turn = 0;
  /** Settles once all that was to be said in this turn has been handed to the player. */
  let handedOver = Promise.resolve();

  const sentence = (text: string, language = words().language): Sentence => ({
    text,
    lang: language.localeTag,
    element: page.documentElement,
  });

  const tracksOf = async ({ text, lang, element }: Sentence): Promise<Track[] | null> => {
    const own = words().language;
    const language = languages.find((each) => each.localeTag === lang || each.code === lang) ?? own;
    const tracks = await coveredBy(text, language.code);
    // A language without a voice is called by its name in this one.
    const isItsName = text === language.autonym && language !== own;
    const name = new Intl.DisplayNames([own.localeTag], { type: 'language' }).of(language.code);
    const found =
      tracks ?? (isItsName && name !== undefined ? await coveredBy(name, own.code) : null);
    return (
      found?.map((url, index) =>
        index === 0 ? { url, onStart: () => markSaid(page, element) } : { url },
      ) ?? null
    );
  };

  const coveredBy = async (text: string, code: string): Promise<string[] | null> => {
    const clips = await clipsOf(code);
    const names = cover(text, (name) => Object.hasOwn(clips, name));
    return names?.map((name) => `/audio/${code}/${clips[name]}`) ?? null;
  };

  /** What cannot be said, and what others must not hear, is spoken of once. */
  const allTracks = async (parts: readonly Part[]): Promise<Track[]> => {
    const tracks: Track[] = [];
    const told = new Set<string>();
    const tell = async (text: string) => {
      if (told.has(text)) return;
      told.add(text);
      tracks.push(...((await tracksOf(sentence(text))) ?? []));
    };
    for (const part of parts) {
      if ('isPersonal' in part) await tell(words().personal);
      else {
        const own = await tracksOf(part);
        if (own === null) await tell(words().unspoken);
        else tracks.push(...own);
      }
    }
    return tracks;
  };

  /** In the order of asking: some clips are found sooner than others. */
  const addLater = (parts: readonly Part[]) => {
    const own = turn;
    const found = allTracks(parts);
    handedOver = handedOver.then(async () => {
      const tracks = await found;
      if (own === turn) player.add(tracks);
    });
  };

  const stop = () => {
    turn += 1;
    handedOver = Promise.resolve();
    player.stop();
  };

  const speak = (parts: readonly Part[]) => {
    if (parts.length === 0) return;
    last = parts;
    stop();
    addLater(parts);
  };

  /** Whether something is chosen is an answer, unless it is marked as the same for everyone. */
  const isStateSaid = (element: Element) => !isPublic() || isCommon(element);

  const readElement = (element: Element) => {
    const state = isStateSaid(element) ? isChosen(element) : null;
    const { chosen, notChosen } = words();
    speak([
      ...partsOf(element, { isPublic: isPublic(), isOverview: false }),
      ...(state === null ? [] : [sentence(state ? chosen : notChosen)]),
    ]);
  };

  /**
   * After a press: to call by its name what was pressed would tell others that it was. That there is
   * something personal about it would be said of some answers and not of others.
   */
  const readChoice = (element: Element) => {
    if (isStateSaid(element)) readElement(element);
    else speak([sentence(words().done)]);
  };

  const news = new MutationObserver((changes) => {
    for (const place of newsIn(changes)) {
      const parts = partsOf(place, { isPublic: isPublic(), isOverview: false });
      addLater(parts.filter((part) => !('isPersonal' in part)));
    }
  });

  /** A key changes a choice without the click that a finger makes. */
  const choices = new MutationObserver((changes) => {
    const focused = page.activeElement;
    if (focused !== null && changes.some(({ target }) => target === focused)) readChoice(focused);
  });

  return {
    readScreen(first) {
      const scope = topScope(page);
      const root = scope instanceof Element ? scope : page.querySelector('main');
      if (root === null) return;
      const parts = partsOf(root, { isPublic: isPublic(), isOverview: true });
      // What came with the screen is read with it.
      news.takeRecords();
      speak(first === undefined ? parts : [first, ...parts]);
    },
    readInstead: (text, language) => speak([sentence(text, language)]),
    say: (text) => addLater([sentence(text)]),
    repeat: () => speak(last),
    listen() {
      const heard = new AbortController();
      const { signal } = heard;
      let isMoving = false;
      // At the window, before what moves the focus has heard of the key.
      page.defaultView?.addEventListener(
        'keydown',
        (event) => {
          const command = commandOfKey(event);
          if (!OF_VOICE.includes(command)) stop();
          isMoving = MOVES.includes(command);
          setTimeout(() => {
            isMoving = false;
          });
        },
        { capture: true, signal },
      );
      page.addEventListener('pointerdown', stop, { capture: true, signal });
      page.addEventListener(
        'focusin',
        ({ target }) => {
          if (isMoving && target instanceof Element) readElement(target);
        },
        { signal },
      );
      page.addEventListener(
        'click',
        ({ target }) => {
          const pressed = target instanceof Element ? target.closest('button') : null;
          // Once the page shows what the press has changed.
          setTimeout(() => {
            if (signal.aborted || pressed?.isConnected !== true) return;
            if (isChosen(pressed) !== null) readChoice(pressed);
          });
        },
        { capture: true, signal },
      );
      news.observe(page.body, { subtree: true, childList: true, characterData: true });
      choices.observe(page.body, {
        subtree: true,
        attributeFilter: ['aria-pressed', 'aria-checked'],
      });
      return () => {
        heard.abort();
        news.disconnect();
        choices.disconnect();
        stop();
        // What one person heard, perhaps alone, is not repeated to the next.
        last = [];
        markSaid(page, null);
      };
    },
  };
}
