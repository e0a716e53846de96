/** One file of sound, and what is to be done when it begins. */
export interface Track {
  readonly url: string;
  readonly onStart?: () => void;
}

/** Plays tracks one after the other. */
export interface Player {
  /** These follow what is being played, or begin. */
  add(tracks: readonly Track[]): void;
  stop(): void;
  setPaused(isPaused: boolean): void;
  /** @param rate times the ordinary speed; the pitch stays. @param volume from 0 to 1. */
  setSound(rate: number, volume: number): void;
  /** Whether something is being played, or waits while paused. */
  isPlaying(): boolean;
}

/**
 * A player on the page's own sound. The next track is fetched while one is played.
 *
 * @param onEnd called when there is nothing more to play, and when it is stopped.
 */
export function createPlayer(onEnd: () => void): Player {
  let waiting: Track[] = [];
  let current: HTMLAudioElement | null = null;
  let next: { track: Track; sound: HTMLAudioElement } | null = null;
  let isPaused = false;
  let rate = 1;
  let volume = 1;

  const prepare = (track: Track): HTMLAudioElement => {
    const sound = new Audio(track.url);
    sound.preload = 'auto';
    return sound;
  };

  const apply = (sound: HTMLAudioElement) => {
    sound.preservesPitch = true;
    sound.playbackRate = rate;
    sound.volume = volume;
  };

  const advance = () => {
    current = null;
    const track = waiting.shift();
    if (track === undefined) {
      onEnd();
      return;
    }
    const sound = next?.track === track ? next.sound : prepare(track);
    current = sound;
    apply(sound);
    sound.addEventListener('ended', () => goOnAfter(sound));
    sound.addEventListener('error', () => goOnAfter(sound));
    const following = waiting[0];
    next = following === undefined ? null : { track: following, sound: prepare(following) };
    track.onStart?.();
    if (!isPaused) start(sound);
  };

  const goOnAfter = (sound: HTMLAudioElement) => {
    if (current === sound) advance();
  };

  const start = (sound: HTMLAudioElement) => {
    sound.play().catch((error: unknown) => {
      // Paused or stopped before it began.
      if (error instanceof DOMException && error.name === 'AbortError') return;
      // Refused, or a file that failed while it was fetched ahead and will not say so again. It is
      // passed over, as one that fails later is: silence would never end.
      goOnAfter(sound);
    });
  };

  return {
    add(tracks) {
      waiting.push(...tracks);
      if (current === null) advance();
    },
    stop() {
      const sound = current;
      current = null;
      next = null;
      waiting = [];
      sound?.pause();
      onEnd();
    },
    setPaused(paused) {
      isPaused = paused;
      if (current === null) return;
      if (isPaused) current.pause();
      else start(current);
    },
    setSound(newRate, newVolume) {
      rate = newRate;
      volume = newVolume;
      if (current !== null) apply(current);
    },
    isPlaying: () => current !== null,
  };
}
