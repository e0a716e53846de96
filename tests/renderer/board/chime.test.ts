import { describe, expect, test } from 'vitest';
import { type ChimeContext, createChime } from '../../../renderer/board/chime.ts';

const noWait = () => Promise.resolve();

/** An audio context that counts its notes; `state` may be changed by the test. */
function fakeContext(state: AudioContextState, resume: () => Promise<void>) {
  const listeners: (() => void)[] = [];
  const started: number[] = [];
  const node = { connect: (next: unknown) => next };
  const context = {
    currentTime: 0,
    state,
    destination: {},
    resume,
    addEventListener: (_: string, listener: () => void) => listeners.push(listener),
    createGain: () => ({
      ...node,
      gain: { setValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined },
    }),
    createOscillator: () => ({
      ...node,
      type: 'sine',
      frequency: { value: 0 },
      start: (atS: number) => started.push(atS),
      stop: () => undefined,
    }),
  };
  return { context, started, as: () => context as unknown as ChimeContext };
}

describe('the chime', () => {
  test('rings two notes, one after the other', async () => {
    const fake = fakeContext('running', noWait);
    const chime = createChime(fake.as, noWait);
    expect(await chime.ring()).toBe(true);
    expect(new Set(fake.started).size).toBe(2);
  });

  test('without a loudspeaker answers that it was not heard, and never fails', async () => {
    const chime = createChime(() => {
      throw new Error('no audio device');
    }, noWait);
    expect(await chime.ring()).toBe(false);
    expect(await chime.ring()).toBe(false);
  });

  test('tries again after one failure: the next call is heard', async () => {
    const fake = fakeContext('running', noWait);
    let isBroken = true;
    const chime = createChime(() => {
      if (isBroken) throw new Error('the device is being replaced');
      return fake.as();
    }, noWait);
    expect(await chime.ring()).toBe(false);
    isBroken = false;
    expect(await chime.ring()).toBe(true);
  });

  test('a browser that never answers does not hold it back', async () => {
    const fake = fakeContext('suspended', () => new Promise(() => undefined));
    expect(await createChime(fake.as, noWait).ring()).toBe(false);
    expect(fake.started).toEqual([]);
  });

  test('a touch turns the sound on, and the board hears of it', async () => {
    const fake = fakeContext('suspended', async () => {
      fake.context.state = 'running';
    });
    const chime = createChime(fake.as, noWait);
    const heard: boolean[] = [];
    chime.onChange((isOn) => heard.push(isOn));
    expect(heard).toEqual([false]);
    expect(await chime.unlock()).toBe(true);
    expect(heard.at(-1)).toBe(true);
    expect(await chime.ring()).toBe(true);
  });
});
