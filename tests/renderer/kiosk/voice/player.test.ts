import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPlayer } from '../../../../renderer/kiosk/voice/player.ts';

/** A sound that plays until the test says that it is over. */
class FakeAudio extends EventTarget {
  isOn = false;
  playbackRate = 1;
  volume = 1;
  readonly url: string;
  #hasFailed = false;
  #interrupt: () => void = () => undefined;

  constructor(url: string) {
    super();
    this.url = url;
    made.push(this);
  }

  /** As in a browser: what has failed only says so again to whoever plays it. */
  play(): Promise<void> {
    if (this.#hasFailed) return Promise.reject(new DOMException('', 'NotSupportedError'));
    this.isOn = true;
    return new Promise((_, reject) => {
      this.#interrupt = () => reject(new DOMException('', 'AbortError'));
    });
  }

  pause(): void {
    this.isOn = false;
    this.#interrupt();
  }

  end(): void {
    this.isOn = false;
    this.dispatchEvent(new Event('ended'));
  }

  fail(): void {
    this.isOn = false;
    this.#hasFailed = true;
    this.dispatchEvent(new Event('error'));
  }
}

let made: FakeAudio[] = [];

beforeEach(() => {
  made = [];
  vi.stubGlobal('Audio', FakeAudio);
});
afterEach(() => vi.unstubAllGlobals());

function listener() {
  let ends = 0;
  const player = createPlayer(() => {
    ends += 1;
  });
  const heard = () => made.filter(({ isOn }) => isOn).map(({ url }) => url);
  const playing = (): FakeAudio => {
    const sound = made.find(({ isOn }) => isOn);
    if (sound === undefined) throw new Error('Nothing is heard');
    return sound;
  };
  return { player, heard, playing, ends: () => ends };
}

it('plays one track after the other, and says when all is over', () => {
  const { player, heard, playing, ends } = listener();
  player.add([{ url: 'a' }, { url: 'b' }]);
  expect(heard()).toEqual(['a']);
  playing().end();
  expect(heard()).toEqual(['b']);
  expect(ends()).toBe(0);
  playing().end();
  expect(heard()).toEqual([]);
  expect(player.isPlaying()).toBe(false);
  expect(ends()).toBe(1);
});

it('fetches the next track while one is played, and each only once', () => {
  const { player, playing } = listener();
  player.add([{ url: 'a' }, { url: 'b' }, { url: 'c' }]);
  expect(made.map(({ url }) => url)).toEqual(['a', 'b']);
  playing().end();
  expect(made.map(({ url }) => url)).toEqual(['a', 'b', 'c']);
});

it('passes over a file that cannot be played', () => {
  const { player, heard, playing } = listener();
  player.add([{ url: 'damaged' }, { url: 'b' }]);
  playing().fail();
  expect(heard()).toEqual(['b']);
});

it('passes over a file that failed while the one before it was played', async () => {
  const { player, heard, playing, ends } = listener();
  player.add([{ url: 'a' }, { url: 'damaged' }, { url: 'c' }]);
  made.find(({ url }) => url === 'damaged')?.fail();
  playing().end();
  await vi.waitFor(() => expect(heard()).toEqual(['c']));
  expect(ends()).toBe(0);
});

it('says when each track begins', () => {
  const { player, playing } = listener();
  const begun: string[] = [];
  player.add(['a', 'b'].map((url) => ({ url, onStart: () => begun.push(url) })));
  expect(begun).toEqual(['a']);
  playing().end();
  expect(begun).toEqual(['a', 'b']);
});

it('lets what is new take the place of what is said, and a late end of the old change nothing', () => {
  const { player, heard, playing } = listener();
  player.add([{ url: 'old' }, { url: 'never' }]);
  const old = playing();
  player.stop();
  player.add([{ url: 'new' }]);
  expect(heard()).toEqual(['new']);
  old.end();
  expect(heard()).toEqual(['new']);
});

it('adds to what is said, and begins where nothing is', () => {
  const { player, heard, playing } = listener();
  player.add([{ url: 'a' }]);
  player.add([{ url: 'b' }]);
  expect(heard()).toEqual(['a']);
  playing().end();
  expect(heard()).toEqual(['b']);
});

it('stops for good: nothing that waited is heard later', () => {
  const { player, heard, ends } = listener();
  player.add([{ url: 'a' }, { url: 'b' }]);
  player.stop();
  expect(heard()).toEqual([]);
  expect(ends()).toBe(1);
  player.add([{ url: 'c' }]);
  expect(heard()).toEqual(['c']);
});

it('pauses and goes on; what begins meanwhile waits', () => {
  const { player, heard } = listener();
  player.add([{ url: 'a' }]);
  player.setPaused(true);
  expect(heard()).toEqual([]);
  expect(player.isPlaying()).toBe(true);
  player.stop();
  player.add([{ url: 'b' }]);
  expect(heard()).toEqual([]);
  player.setPaused(false);
  expect(heard()).toEqual(['b']);
});

it('goes on with the same track where a pause came before its first sound', async () => {
  const { player, heard } = listener();
  player.add([{ url: 'a' }, { url: 'b' }]);
  player.setPaused(true);
  player.setPaused(false);
  // The pause is told of late.
  await Promise.resolve();
  await Promise.resolve();
  expect(heard()).toEqual(['a']);
});

it('changes speed and volume of what is said, and of all that follows', () => {
  const { player, playing } = listener();
  player.add([{ url: 'a' }, { url: 'b' }]);
  player.setSound(1.5, 0.4);
  expect(playing()).toMatchObject({ playbackRate: 1.5, volume: 0.4 });
  playing().end();
  expect(playing()).toMatchObject({ url: 'b', playbackRate: 1.5, volume: 0.4 });
});
