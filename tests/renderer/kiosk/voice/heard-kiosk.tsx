import { act, type ReactNode, useSyncExternalStore } from 'react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { clipName } from '../../../../electron/contract/clip-name.ts';
import { type Sound, soundSchema } from '../../../../electron/contract/sound.ts';
import { ClientProvider } from '../../../../renderer/client/client-context.ts';
import type { SportelloClient } from '../../../../renderer/client/sportello-client.ts';
import type { Action, Journey } from '../../../../renderer/kiosk/journey/journey.ts';
import {
  createJourneyStore,
  type JourneyStore,
} from '../../../../renderer/kiosk/journey/journey-store.ts';
import { useVoice } from '../../../../renderer/kiosk/voice/use-voice.ts';
import { TextProvider, useText } from '../../../../renderer/text/text-context.tsx';
import type { Translator } from '../../../../renderer/text/translator.ts';
import { textsIn } from '../../../support/texts.ts';
import { pageRoot } from '../../page-root.ts';
import { content, rules } from '../walk.ts';

export interface HeardKiosk {
  readonly store: () => JourneyStore;
  /** What is heard at this moment. */
  readonly audible: () => { readonly words: string; readonly volume: number } | null;
  /** From now on each sound goes on until somebody stops it. */
  readonly neverEnd: () => void;
  readonly act: (...actions: Action[]) => Promise<void>;
  readonly press: (key: string) => Promise<void>;
  /** Until that is said; all that was said. */
  readonly hear: (last: string) => Promise<string[]>;
}

export function dispatchKey(key: string): void {
  window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}

interface KioskProps {
  readonly store: JourneyStore;
  readonly sound: Sound;
  readonly main: (journey: Journey, texts: Translator) => ReactNode;
}

function Kiosk(props: KioskProps): ReactNode {
  const { store } = props;
  const journey = useSyncExternalStore(store.subscribe, store.getJourney);
  return (
    <TextProvider content={content} languageCode={journey.language}>
      <Session {...{ ...props, journey }} />
    </TextProvider>
  );
}

function Session(props: KioskProps & { readonly journey: Journey }): ReactNode {
  const { store, sound, main, journey } = props;
  const texts = useText();
  const screen = `${journey.session} ${journey.places.length} ${journey.language}`;
  useVoice({ content, sound, texts, rules, store, journey, screen });
  return <main>{main(journey, texts)}</main>;
}

/**
 * A kiosk of which only the voice is real, drawn anew for each test of a file.
 *
 * @param words all that it has clips for, in a language: each file is called as what it says.
 */
export function heardKiosk(options: {
  readonly words: (texts: Translator) => readonly string[];
  readonly sound?: Partial<Sound>;
  readonly main: KioskProps['main'];
}): HeardKiosk {
  const page = pageRoot();
  const sound = soundSchema.parse(options.sound ?? {});
  const client = {
    host: (_name: 'clips', { language }: { language: string }) => {
      const words = options.words(textsIn(language));
      const value = Object.fromEntries(words.map((each) => [clipName(each), each]));
      return Promise.resolve({ ok: true, value });
    },
  } as unknown as SportelloClient;

  let store: JourneyStore;
  let said: string[];
  let playing: FakeAudio | null;
  let isEndless: boolean;

  class FakeAudio extends EventTarget {
    readonly words: string;
    volume = 1;

    constructor(url: string) {
      super();
      this.words = url.replace(/^\/audio\/[a-z]+\//, '');
    }

    play(): Promise<void> {
      said.push(this.words);
      playing = this;
      if (!isEndless) setTimeout(() => this.dispatchEvent(new Event('ended')));
      return Promise.resolve();
    }

    pause(): void {
      if (playing === this) playing = null;
    }
  }

  beforeEach(async () => {
    vi.stubGlobal('Audio', FakeAudio);
    said = [];
    playing = null;
    isEndless = false;
    store = createJourneyStore(
      () => rules,
      () => undefined,
    );
    await page.render(
      <ClientProvider value={client}>
        <Kiosk {...{ store, sound }} main={options.main} />
      </ClientProvider>,
    );
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  return {
    store: () => store,
    audible: () => playing,
    neverEnd: () => {
      isEndless = true;
    },
    act: (...actions) =>
      act(async () => {
        for (const action of actions) store.act(action);
      }),
    press: (key) => act(async () => dispatchKey(key)),
    hear: async (last) => {
      await vi.waitFor(() => expect(said.at(-1)).toBe(last));
      return said.splice(0);
    },
  };
}
