// @vitest-environment happy-dom
import { act, type ReactNode, useSyncExternalStore } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { clipName } from '../../../../electron/contract/clip-name.ts';
import { soundSchema } from '../../../../electron/contract/sound.ts';
import { ClientProvider } from '../../../../renderer/client/client-context.ts';
import type { SportelloClient } from '../../../../renderer/client/sportello-client.ts';
import {
  createJourneyStore,
  type JourneyStore,
} from '../../../../renderer/kiosk/journey/journey-store.ts';
import { useVoice } from '../../../../renderer/kiosk/voice/use-voice.ts';
import { textsIn } from '../../../support/texts.ts';
import { content, rules } from '../walk.ts';

const texts = textsIn('it');
const personal = texts.spoken('kiosk.voice.personal');

/** Each file is called as what it says. */
const clips = Object.fromEntries(
  [personal, texts.spoken('kiosk.voice.welcome'), 'Spesa', 'Casa'].map((words) => [
    clipName(words),
    words,
  ]),
);
const client = {
  host: () => Promise.resolve({ ok: true, value: clips }),
} as unknown as SportelloClient;

/** What has begun to be said, in order. */
let said: string[];
/** What is heard at this moment. */
let audible: string | null;
/** Whether each sound goes on until somebody stops it. */
let isEndless: boolean;

class FakeAudio extends EventTarget {
  readonly words: string;

  constructor(url: string) {
    super();
    this.words = url.replace('/audio/it/', '');
  }

  play(): Promise<void> {
    said.push(this.words);
    audible = this.words;
    if (!isEndless) setTimeout(() => this.dispatchEvent(new Event('ended')));
    return Promise.resolve();
  }

  pause(): void {
    if (audible === this.words) audible = null;
  }
}

let store: JourneyStore;
let root: Root;

/** A kiosk with a loudspeaker, whose screen has a personal part. */
function Kiosk(): ReactNode {
  const journey = useSyncExternalStore(store.subscribe, store.getJourney);
  useVoice({
    content,
    sound: soundSchema.parse({}),
    texts,
    rules,
    store,
    journey,
    screen: 'needs',
  });
  return (
    <main>
      <p data-personal>Spesa</p>
      <p>Casa</p>
    </main>
  );
}

beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  vi.stubGlobal('Audio', FakeAudio);
  said = [];
  audible = null;
  isEndless = false;
  store = createJourneyStore(
    () => rules,
    () => undefined,
  );
  document.documentElement.lang = 'it-IT';
  root = createRoot(document.body);
  await act(async () =>
    root.render(
      <ClientProvider value={client}>
        <Kiosk />
      </ClientProvider>,
    ),
  );
});

afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});

function dispatch(key: string): void {
  window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}

async function press(key: string): Promise<void> {
  await act(async () => dispatch(key));
}

/** Until that is said; all that was said. */
async function hear(last: string): Promise<string[]> {
  await vi.waitFor(() => expect(said.at(-1)).toBe(last));
  return said.splice(0);
}

it('is silent from the middle of a word on once it is pulled out', async () => {
  isEndless = true;
  await press('F15');
  await vi.waitFor(() => expect(audible).not.toBeNull());
  let heardAfter: string | null = 'not pulled out';
  await act(async () => {
    dispatch('F16');
    // Before the page has been drawn again.
    heardAfter = audible;
  });
  expect(heardAfter).toBeNull();
});

it('has the screen read again once it is plugged in, with what the room could not hear', async () => {
  await press('F2');
  expect(await hear('Casa')).toContain(personal);
  await press('F15');
  expect(await hear('Casa')).toEqual(['Spesa', 'Casa']);
});

it('leaves nothing behind that the room could hear, nor have repeated', async () => {
  await press('F15');
  expect(await hear('Casa')).toContain('Spesa');
  await press('F16');
  await press('F3');
  await press('F2');
  expect(await hear('Casa')).not.toContain('Spesa');
  await press('F3');
  expect(await hear('Casa')).not.toContain('Spesa');
});
