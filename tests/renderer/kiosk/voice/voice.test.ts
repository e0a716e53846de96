import { describe, expect, it } from 'vitest';
import type { Action, Journey } from '../../../../renderer/kiosk/journey/journey.ts';
import {
  isAskedSoon,
  secondsUntilWipe,
  secondsWithNumber,
} from '../../../../renderer/kiosk/journey/seconds.ts';
import {
  LEVELS_DBA,
  SILENT,
  SPEEDS,
  type VoiceWish,
  volumeFor,
  wished,
} from '../../../../renderer/kiosk/journey/voice.ts';
import { issued, printed, rules, seconds, take, toFinal, walk } from '../walk.ts';

const wish = (one: VoiceWish): Action => ({ type: 'voiceWished', wish: one });
const on = [wish('toggle'), wish('louder'), wish('faster'), wish('dark')];
const speaking = (count: number): Action[] =>
  Array<Action>(count).fill({ type: 'secondPassed', isSpeaking: true });
const patience = rules.idleWarningAfterSeconds;

function voiceAfter(...wishes: VoiceWish[]) {
  return wishes.reduce(wished, SILENT);
}

describe('the voice', () => {
  it('is off until someone asks for it, at 65 dB(A) and the ordinary speed', () => {
    const { isOn, speed, level } = walk([]).journey.voice;
    expect([isOn, SPEEDS[speed], LEVELS_DBA[level]]).toEqual([false, 1, 65]);
  });

  it('does nothing while it is off, whatever key is hit', () => {
    expect(voiceAfter('louder', 'faster', 'dark', 'pause', 'unplugged')).toEqual(SILENT);
  });

  it('has seven speeds from half to double, and stays at the ends', () => {
    expect(SPEEDS).toHaveLength(7);
    const slowest = voiceAfter('toggle', ...Array<VoiceWish>(9).fill('slower'));
    expect(SPEEDS[slowest.speed]).toBe(0.5);
    expect(SPEEDS[Array<VoiceWish>(9).fill('faster').reduce(wished, slowest).speed]).toBe(2);
  });

  it('speaks as soon as a headset is plugged in, and is silent once it is out', () => {
    expect(voiceAfter('plugged')).toMatchObject({ isOn: true, hasHeadset: true });
    expect(voiceAfter('plugged', 'dark', 'unplugged')).toEqual(SILENT);
  });

  it('is as soft as at first in the next headset, however loud it was in the last', () => {
    expect(voiceAfter('plugged', 'louder', 'louder', 'unplugged', 'plugged').level).toBe(
      SILENT.level,
    );
  });

  it('is as soft as at first in a headset, however loud it was in the room', () => {
    expect(voiceAfter('toggle', 'louder', 'louder', 'plugged').level).toBe(SILENT.level);
    // One that says twice that it is there.
    expect(voiceAfter('plugged', 'quieter', 'plugged').level).toBe(SILENT.level - 1);
  });

  it('knows of a headset that stays plugged in, also when the next person comes', () => {
    expect(voiceAfter('plugged', 'toggle', 'toggle')).toMatchObject({ hasHeadset: true });
    const { voice } = walk([wish('plugged'), { type: 'begin' }, { type: 'finished' }]).journey;
    expect(voice).toEqual({ ...SILENT, hasHeadset: true });
  });

  it('shows the screen again when it is turned off', () => {
    expect(voiceAfter('toggle', 'dark', 'toggle').isDark).toBe(false);
  });
});

describe('the volume', () => {
  it('reaches the level that the office has measured', () => {
    expect(volumeFor(75, 75)).toBe(1);
    expect(volumeFor(65, 85)).toBeCloseTo(0.1, 10);
  });

  it('is never above what the loudspeaker can do', () => {
    expect(volumeFor(80, 75)).toBe(1);
  });
});

describe('what someone has chosen for the voice', () => {
  it('stays on the way to the number, in another language, and after starting again', () => {
    const kept = { isOn: true, isDark: true };
    expect(walk([...on, ...toFinal, take, issued]).journey.voice).toMatchObject(kept);
    const further: Action[] = [
      { type: 'languageChosen', language: 'en' },
      { type: 'needChosen', offeringId: 'information' },
      { type: 'startAgain' },
    ];
    expect(walk([...on, ...further]).journey.voice).toMatchObject(kept);
  });

  it('is gone for the next person, however the last one left', () => {
    const given: Action[] = [...toFinal, take, issued, printed];
    const waysToLeave: Action[][] = [
      [...given, { type: 'finished' }],
      [...given, { type: 'startAgain' }],
      [...given, ...seconds(rules.returnAfterTicketSeconds)],
      [{ type: 'begin' }, { type: 'clear' }, ...seconds(3)],
      [{ type: 'begin' }, ...seconds(patience + rules.idleCountdownSeconds)],
      seconds(patience + rules.idleCountdownSeconds),
    ];
    for (const way of waysToLeave) expect(walk([...on, ...way]).journey.voice).toEqual(SILENT);
  });
});

describe('time', () => {
  const begun = walk([...on, { type: 'begin' }]).journey;
  const idle = (journey: Journey, ...actions: Action[]) => walk(actions, journey).journey;

  it('to answer begins once the screen has been read', () => {
    expect(idle(begun, ...speaking(patience * 3)).idleSeconds).toBe(0);
    expect(idle(begun, ...speaking(patience), ...seconds(5)).idleSeconds).toBe(5);
  });

  it('goes by while it is said that it is about to end, so that whoever left is asked', () => {
    const soon = idle(begun, ...seconds(patience - 15));
    expect(isAskedSoon(soon, rules)).toBe(true);
    expect(secondsUntilWipe(idle(soon, ...speaking(15)), rules)).toBe(rules.idleCountdownSeconds);
  });

  it('goes by while the countdown itself is said', () => {
    const warned = idle(begun, ...seconds(patience));
    const over = idle(warned, ...speaking(rules.idleCountdownSeconds));
    expect(over.session).toBe(begun.session + 1);
  });

  it('ends a pause before it is over, so that whoever only listens hears of it', () => {
    const paused = idle(begun, wish('pause'));
    expect(idle(paused, ...seconds(patience - 16)).voice.isPaused).toBe(true);
    expect(idle(paused, ...seconds(patience - 15)).voice.isPaused).toBe(false);
    const number = walk([...on, ...toFinal, take, issued, printed, wish('pause')]).journey;
    const later = idle(number, ...seconds(rules.returnAfterTicketSeconds - 15));
    expect(later.voice.isPaused).toBe(false);
    expect(secondsWithNumber(idle(later, ...speaking(60)))).toBe(15);
  });

  it('keeps the number on the screen until it has been said', () => {
    const { journey } = walk([...on, ...toFinal, take, issued, printed]);
    const { number } = idle(journey, ...speaking(rules.returnAfterTicketSeconds * 2));
    expect(number).toMatchObject({ secondsLeft: rules.returnAfterTicketSeconds });
  });

  it('keeps an emptied screen empty until it has said so', () => {
    const cleared = walk([...on, { type: 'begin' }, { type: 'clear' }]).journey;
    expect(cleared.voice.isOn).toBe(true);
    const after = idle(cleared, ...speaking(5));
    expect(after.places).toEqual([{ name: 'cleared' }]);
    expect(idle(after, ...seconds(2)).voice).toEqual(SILENT);
  });
});
