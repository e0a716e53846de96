import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Content } from '../../../electron/contract/content.ts';
import type { Sound } from '../../../electron/contract/sound.ts';
import { createTranslator, type Translator } from '../../text/translator.ts';
import type { Journey, JourneyRules } from '../journey/journey.ts';
import type { JourneyStore } from '../journey/journey-store.ts';
import { secondsUntilWipe, secondsWithNumber } from '../journey/seconds.ts';
import { LEVELS_DBA, SPEEDS, volumeFor } from '../journey/voice.ts';
import { createGuide, markSaid } from './guide.ts';
import { createPlayer } from './player.ts';
import { useClips } from './use-clips.ts';
import { useDark } from './use-dark.ts';
import { useOnChange } from './use-on-change.ts';
import { useVoiceKeys } from './use-voice-keys.ts';

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

  useVoiceKeys(store, () => guide.repeat());
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
