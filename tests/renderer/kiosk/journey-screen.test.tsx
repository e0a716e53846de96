// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Content } from '../../../electron/contract/content.ts';
import { offeredLanguages } from '../../../electron/contract/content-rules.ts';
import { type Action, newJourney, type Place } from '../../../renderer/kiosk/journey/journey.ts';
import { JourneyScreen } from '../../../renderer/kiosk/journey-screen.tsx';
import { KioskContext } from '../../../renderer/kiosk/kiosk-context.ts';
import { textsIn } from '../../support/texts.ts';
import { content, rules } from './walk.ts';

const texts = textsIn('it');
let root: Root;

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  root = createRoot(document.body, { onCaughtError: () => undefined });
});

afterEach(async () => {
  await act(async () => root.unmount());
});

/** Every screen that lists the offerings fails; answers what is done on the kiosk from now on. */
async function showWithoutOfferings(place: Place): Promise<readonly Action[]> {
  const done: Action[] = [];
  const { offerings: _, ...rest } = content;
  const kiosk = {
    ...{ content: rest as Content, rules, journey: newJourney(rules), view: null, texts },
    languages: offeredLanguages(content),
    office: { name: 'Ufficio', isDemo: false },
    ...{ hasPrinter: true, canBeLow: false },
    voice: { hasVoice: true, isSpeaking: () => false, repeat: () => undefined },
    act: (action: Action) => void done.push(action),
  };
  await act(async () =>
    root.render(
      <KioskContext value={kiosk}>
        <JourneyScreen place={place} />
      </KioskContext>,
    ),
  );
  return done;
}

it('has calm words and a way on in place of a screen that fails', async () => {
  const done = await showWithoutOfferings({ name: 'needs', page: 0 });
  const title = document.querySelector('h1');
  expect(title?.textContent).toBe(texts.t('kiosk.problems.unexpectedTitle'));
  expect(document.activeElement).toBe(title);
  await act(async () => document.querySelector<HTMLElement>('button')?.click());
  expect(done).toEqual([{ type: 'finished' }]);
});
