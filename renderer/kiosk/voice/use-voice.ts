import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Content } from '../../../electron/contract/content.ts';
import type { Sound } from '../../../electron/contract/sound.ts';
import { createTranslator, type Translator } from '../../text/translator.ts';
import { commandOfKey, type KeyCommand } from '../../ui/keys.ts';
import type { Journey, JourneyRules } from '../journey/journey.ts';
import type { JourneyStore } from '../journey/journey-store.ts';
import { secondsUntilWipe, secondsWithNumber } from '../journey/seconds.ts';
import { LEVELS_DBA, SPEEDS, type VoiceWish, volumeFor } from '../journey/voice.ts';
import { createGuide, markSaid } from './guide.ts';
import { createPlayer } from './player.ts';
import { useClips } from './use-clips.ts';

/** With this many seconds left the countdown, or the number, is said once more. */
const SAID_AGAIN_AT_SECONDS = 10;

export interface VoiceOfKiosk {
  /** Whether the language in use can be heard; null until that is known. */
  readonly hasVoice: boolean | null;
  /** Whether something is being said now. */
  readonly isSpeaking: () => boolean;
  readonly repeat: () => void;
}

/** Gives the journey its voice: what is new on the screen is said, as the person wishes. */
export function useVoice(props: {
  readonly content: Content;
  readonly sound: Sound;
  readonly texts: Translator;
  readonly rules: JourneyRules;
  readonly store: JourneyStore;
  readonly journey: Journey;
  /** Changes whenever there is another screen or dialog to be read. */
  readonly screen: string;
}): VoiceOfKiosk {
  const { content, sound, texts, rules, store, journey, screen } = props;
  const { voice } = journey;
  const { clipsOf, hasVoice } = useClips(texts.language.code);

  const known = useRef(props);
  known.current = props;
  const [{ player, guide }] = useState(() => {
    const ownPlayer = createPlayer(() => markSaid(document, null));
    const ownGuide = createGuide({
      page: document,
      player: ownPlayer,
      languages: content.languages,
      clipsOf,
      words: () => wordsOf(known.current.texts),
      isPublic: () => {
        const { sound: now, journey: current } = known.current;
        return now.output === 'loudspeaker' && !current.voice.hasHeadset;
      },
    });
    return { player: ownPlayer, guide: ownGuide };
  });

  useKeys(store, () => guide.repeat());
  useDark(voice.isDark, store);

  useEffect(() => (voice.isOn ? guide.listen() : undefined), [voice.isOn, guide]);

  const level = LEVELS_DBA[voice.level] ?? 65;
  const isInHeadset = sound.output === 'loudspeaker' && voice.hasHeadset;
  const dbaAtFull = isInHeadset ? sound.headsetDbaAtFull : sound.dbaAtFull;
  useEffect(() => {
    player.setSound(SPEEDS[voice.speed] ?? 1, volumeFor(level, dbaAtFull));
  }, [player, voice.speed, level, dbaAtFull]);
  useEffect(() => player.setPaused(voice.isPaused), [player, voice.isPaused]);

  const isNew = useRef(true);
  const readScreen = useEffectEvent(() => {
    const first = isNew.current ? texts.spoken('kiosk.voice.welcome') : undefined;
    isNew.current = false;
    if (hasVoice) {
      const lang = texts.language.localeTag;
      guide.readScreen(
        first === undefined ? first : { text: first, lang, element: document.documentElement },
      );
      return;
    }
    // Nobody is left in silence: Italian says why.
    const italian = createTranslator(content, 'it');
    guide.readInstead(italian.spoken('kiosk.voice.none'), italian.language);
  });
  // With a headset, the same screen may say more.
  const reading = `${screen} ${voice.hasHeadset}`;
  useEffect(() => {
    if (!voice.isOn) isNew.current = true;
    // Never empty: named here, it has the screen read again whenever it changes.
    else if (reading !== '' && hasVoice !== null) readScreen();
  }, [voice.isOn, reading, hasVoice]);

  const secondsLeft = secondsUntilWipe(journey, rules);
  const sayCountdown = useEffectEvent((count: number) => {
    guide.say(texts.spoken('kiosk.idle.line', { count }));
  });
  useEffect(() => {
    if (voice.isOn && secondsLeft === SAID_AGAIN_AT_SECONDS) sayCountdown(secondsLeft);
  }, [voice.isOn, secondsLeft]);

  const withNumber = secondsWithNumber(journey);
  useEffect(() => {
    if (voice.isOn && withNumber === SAID_AGAIN_AT_SECONDS) guide.readScreen();
  }, [voice.isOn, withNumber, guide]);

  const saySteps = useEffectEvent((key: 'kiosk.voice.speed' | 'kiosk.voice.volume') => {
    const [step, steps] =
      key === 'kiosk.voice.speed' ? [voice.speed, SPEEDS.length] : [voice.level, LEVELS_DBA.length];
    if (voice.isOn) guide.say(texts.spoken(key, { step: step + 1, steps }));
  });
  useOnChange(voice.isDark, () => {
    const key = voice.isDark ? 'kiosk.voice.darkNow' : 'kiosk.voice.lightNow';
    if (voice.isOn) guide.say(texts.spoken(key));
  });
  useOnChange(voice.speed, () => saySteps('kiosk.voice.speed'));
  useOnChange(voice.level, () => saySteps('kiosk.voice.volume'));

  return {
    hasVoice,
    isSpeaking: () => player.isPlaying() && !store.getJourney().voice.isPaused,
    repeat: guide.repeat,
  };
}

function wordsOf(texts: Translator) {
  return {
    language: texts.language,
    chosen: texts.spoken('kiosk.voice.chosen'),
    notChosen: texts.spoken('kiosk.voice.notChosen'),
    personal: texts.spoken('kiosk.voice.personal'),
    done: texts.spoken('kiosk.display.done'),
    unspoken: texts.spoken('kiosk.voice.unspoken'),
  };
}

/** Runs whenever a value has changed, and not before. */
function useOnChange(value: number | boolean, onChange: () => void): void {
  const run = useEffectEvent(onChange);
  const before = useRef(value);
  useEffect(() => {
    if (before.current === value) return;
    before.current = value;
    run();
  }, [value]);
}

/** What the keys of the voice ask for. */
const WISHES: Readonly<Partial<Record<KeyCommand, VoiceWish>>> = {
  guide: 'toggle',
  pause: 'pause',
  softer: 'quieter',
  louder: 'louder',
  slower: 'slower',
  faster: 'faster',
  dark: 'dark',
  plugged: 'plugged',
  unplugged: 'unplugged',
};

/** The keys of the voice, on a keyboard or a keypad. */
function useKeys(store: JourneyStore, onRepeat: () => void): void {
  const repeat = useEffectEvent(onRepeat);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const command = commandOfKey(event);
      if (command === null || event.repeat) return;
      const wish = WISHES[command];
      if (command === 'repeat') repeat();
      else if (wish !== undefined) store.act({ type: 'voiceWished', wish });
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [store]);
}

/** While the screen is dark, a touch brings it back and does nothing else: nobody sees what it hits. */
function useDark(isDark: boolean, store: JourneyStore): void {
  useEffect(() => {
    if (!isDark) return;
    const swallow = (event: MouseEvent) => {
      // A key presses the button under the focus with a click that no finger has made.
      if (event.type === 'click' && event.detail === 0) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      // What the finger sends after its first touch must not press anything either.
      if (event.type === 'click') store.act({ type: 'voiceWished', wish: 'dark' });
    };
    const types = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click'] as const;
    // Before every other listener of the page: these hear the event first, at the window.
    for (const type of types) window.addEventListener(type, swallow, true);
    return () => {
      for (const type of types) window.removeEventListener(type, swallow, true);
    };
  }, [isDark, store]);
}
