/** What the voice is to do: by a touch, by a key, or by a headset that is plugged in. */
export type VoiceWish =
  | 'toggle'
  | 'pause'
  | 'slower'
  | 'faster'
  | 'quieter'
  | 'louder'
  | 'dark'
  | 'plugged'
  | 'unplugged';

/** How a person wants to be spoken to. Theirs alone: it goes with them. */
export interface Voice {
  readonly isOn: boolean;
  readonly isPaused: boolean;
  /** Nothing is shown, so that nobody reads along; the keys go on. */
  readonly isDark: boolean;
  /** A headset is plugged in: what is said reaches nobody else. */
  readonly hasHeadset: boolean;
  /** Index into {@link SPEEDS}. */
  readonly speed: number;
  /** Index into {@link LEVELS_DBA}. */
  readonly level: number;
}

/** Times the ordinary speed: seven steps from half to double, the pitch as it is. */
export const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] as const;

/** At the person's ear, in dB(A). A person may go above 65, nobody begins there. */
export const LEVELS_DBA = [50, 55, 60, 65, 70, 75, 80] as const;

/**
 * How everybody finds the voice: off, at the ordinary speed, and at 65 dB(A), to which each use must
 * return (EN 301 549 V4.1.0, 5.1.3.13).
 */
export const SILENT: Voice = {
  isOn: false,
  isPaused: false,
  isDark: false,
  hasHeadset: false,
  speed: SPEEDS.indexOf(1),
  level: LEVELS_DBA.indexOf(65),
};

/** The voice as everybody finds it; a headset stays plugged in until it is pulled out. */
export function silenced({ hasHeadset }: Voice): Voice {
  return { ...SILENT, hasHeadset };
}

export function isSilent(voice: Voice): boolean {
  return Object.entries(silenced(voice)).every(
    ([name, usual]) => voice[name as keyof Voice] === usual,
  );
}

function clamp(index: number, steps: readonly unknown[]): number {
  return Math.min(Math.max(index, 0), steps.length - 1);
}

/** The voice after a wish. While it is off, only what turns it on does anything. */
export function wished(voice: Voice, wish: VoiceWish): Voice {
  const { speed, level } = voice;
  if (wish === 'plugged') {
    // A level that was right across a room is not for an ear; some headsets say twice that they came.
    const own = voice.hasHeadset ? level : SILENT.level;
    return { ...voice, isOn: true, isPaused: false, hasHeadset: true, level: own };
  }
  if (wish === 'toggle') {
    return voice.isOn ? { ...silenced(voice), speed, level } : { ...voice, isOn: true };
  }
  // Who takes the headset off is no longer listening, and nobody else shall be, nor be hurt by a
  // level that was right for other ears.
  if (wish === 'unplugged') return SILENT;
  if (!voice.isOn) return voice;
  switch (wish) {
    case 'pause':
      return { ...voice, isPaused: !voice.isPaused };
    case 'slower':
      return { ...voice, speed: clamp(speed - 1, SPEEDS) };
    case 'faster':
      return { ...voice, speed: clamp(speed + 1, SPEEDS) };
    case 'quieter':
      return { ...voice, level: clamp(level - 1, LEVELS_DBA) };
    case 'louder':
      return { ...voice, level: clamp(level + 1, LEVELS_DBA) };
    case 'dark':
      return { ...voice, isDark: !voice.isDark };
  }
}

/**
 * The volume of a sound between 0 and 1 that reaches the ear at a level.
 *
 * @param dbaAtFull the level at full volume, measured where the person stands, in dB(A).
 */
export function volumeFor(levelDba: number, dbaAtFull: number): number {
  return Math.min(1, 10 ** ((levelDba - dbaAtFull) / 20));
}
