/** The part of an AudioContext that the chime uses. */
export type ChimeContext = Pick<
  AudioContext,
  | 'currentTime'
  | 'state'
  | 'destination'
  | 'resume'
  | 'createOscillator'
  | 'createGain'
  | 'addEventListener'
>;

export interface Chime {
  /**
   * Rings. Answers whether anything could be heard; never throws and never rejects, for a board
   * whose loudspeaker fails must still show every call.
   */
  ring(): Promise<boolean>;
  /** Asks the browser for sound, from within a touch. Answers whether it is now on. */
  unlock(): Promise<boolean>;
  /** Whether sound can be heard without a touch. Hears of every change until stopped. */
  onChange(listener: (isOn: boolean) => void): () => void;
}

/**
 * A falling major third, E5 to C5: soft, short, and known from public halls. Between 500 and
 * 2000 Hz, where age-related hearing loss takes least.
 */
const NOTES = [
  { frequencyHz: 659.26, startsAtS: 0 },
  { frequencyHz: 523.25, startsAtS: 0.34 },
] as const;

/** The fundamental and a quiet octave make the tone of a small bell rather than of a machine. */
const PARTIALS = [
  { multiple: 1, gain: 0.34, decayS: 1.1 },
  { multiple: 2, gain: 0.07, decayS: 0.5 },
] as const;

const ATTACK_S = 0.012;
const SILENCE_GAIN = 0.0001;

/** A resume that neither ends nor fails, as some drivers do, is given up after this long. */
const RESUME_LIMIT_MS = 1_000;

/** The chime of the board, synthesised: no file to load, nothing to be missing. */
export function createChime(
  openContext: () => ChimeContext,
  wait: (delayMs: number) => Promise<void>,
): Chime {
  let context: ChimeContext | null = null;
  const listeners = new Set<(isOn: boolean) => void>();

  function tell(): void {
    for (const listener of listeners) listener(context?.state === 'running');
  }

  function contextOrNull(): ChimeContext | null {
    if (context !== null && context.state !== 'closed') return context;
    try {
      context = openContext();
      context.addEventListener('statechange', tell);
    } catch {
      context = null;
    }
    return context;
  }

  async function running(): Promise<ChimeContext | null> {
    const opened = contextOrNull();
    if (opened === null) return null;
    if (opened.state === 'running') return opened;
    await Promise.race([opened.resume().catch(() => undefined), wait(RESUME_LIMIT_MS)]);
    tell();
    return isRunning(opened) ? opened : null;
  }

  return {
    ring: async () => {
      try {
        const opened = await running();
        if (opened === null) return false;
        for (const note of NOTES) playNote(opened, note);
        return true;
      } catch {
        return false;
      }
    },
    unlock: async () => (await running()) !== null,
    onChange: (listener) => {
      listeners.add(listener);
      const opened = contextOrNull();
      listener(opened?.state === 'running');
      return () => listeners.delete(listener);
    },
  };
}

function isRunning(context: ChimeContext): boolean {
  return context.state === 'running';
}

function playNote(context: ChimeContext, note: (typeof NOTES)[number]): void {
  const startS = context.currentTime + 0.02 + note.startsAtS;
  for (const partial of PARTIALS) {
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    oscillator.type = 'sine';
    oscillator.frequency.value = note.frequencyHz * partial.multiple;
    gain.gain.setValueAtTime(SILENCE_GAIN, startS);
    gain.gain.exponentialRampToValueAtTime(partial.gain, startS + ATTACK_S);
    gain.gain.exponentialRampToValueAtTime(SILENCE_GAIN, startS + partial.decayS);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(startS);
    oscillator.stop(startS + partial.decayS + 0.05);
  }
}
