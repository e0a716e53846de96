// @vitest-environment happy-dom
import { act, type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Commands } from '../../../renderer/kiosk/commands.tsx';
import { type Action, placeInSight } from '../../../renderer/kiosk/journey/journey.ts';
import {
  createJourneyStore,
  type JourneyStore,
} from '../../../renderer/kiosk/journey/journey-store.ts';
import { secondsUntilWipe } from '../../../renderer/kiosk/journey/seconds.ts';
import { KioskContext } from '../../../renderer/kiosk/kiosk-context.ts';
import { TopDialog } from '../../../renderer/kiosk/top-dialog.tsx';
import { partsOf } from '../../../renderer/kiosk/voice/reading.ts';
import { topScope } from '../../../renderer/ui/focus.ts';
import { followKeys } from '../../../renderer/ui/follow-keys.ts';
import { textsIn } from '../../support/texts.ts';
import { kioskValue } from './kiosk-value.ts';
import { rules, seconds } from './walk.ts';

const texts = textsIn('it');
const wordsOf = (key: string) => texts.phraseAt(key).text;

let store: JourneyStore;
let root: Root;

/** The commands of the frame, a dialog where there is one, and the keys. */
function Kiosk(): ReactNode {
  const journey = useSyncExternalStore(store.subscribe, store.getJourney);
  useEffect(
    () =>
      followKeys(document, {
        onBack: () => store.act({ type: 'back' }),
        onHelp: () => store.act({ type: 'helpOpened' }),
      }),
    [],
  );
  const kiosk = kioskValue({ journey, act: store.act });
  return (
    <KioskContext value={kiosk}>
      <Commands />
      <TopDialog secondsLeft={secondsUntilWipe(journey, rules)} />
    </KioskContext>
  );
}

beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  store = createJourneyStore(
    () => rules,
    () => undefined,
  );
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () => root.render(<Kiosk />));
});

afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
});

const doing = (...actions: readonly Action[]) =>
  act(async () => {
    for (const action of actions) store.act(action);
  });

const press = (key: string) =>
  act(async () => {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });

/** The dialog that is open. */
function dialog(): HTMLElement {
  const scope = topScope(document);
  if (!(scope instanceof HTMLElement)) throw new Error('No dialog is open');
  return scope;
}

/** Touches what is called so in the dialog. */
const touch = (key: string) =>
  act(async () => {
    const button = [...dialog().querySelectorAll('button')].find(
      ({ textContent }) => textContent === wordsOf(key),
    );
    button?.click();
  });

const names = () => [...dialog().querySelectorAll('button')].map(({ textContent }) => textContent);

/** Each leads to the dialog, from whatever screen is in sight. */
const ways: readonly [string, readonly Action[]][] = [
  ['languages', [{ type: 'languageAsked' }]],
  ['settings', [{ type: 'settingsAsked' }]],
  ['“are you still there?”', seconds(rules.idleWarningAfterSeconds)],
  [
    '“are you still there?”, over the settings',
    [{ type: 'settingsAsked' }, ...seconds(rules.idleWarningAfterSeconds)],
  ],
];

describe.each(ways)('the dialog of %s', (_, way) => {
  beforeEach(() => doing({ type: 'begin' }, ...way));

  it.each([
    ['kiosk.frame.help', 'help'],
    ['kiosk.frame.notices', 'notices'],
    ['kiosk.frame.clear', 'cleared'],
    ['kiosk.frame.startAgain', 'needs'],
  ])('leads with one touch of %s to %s', async (key, place) => {
    await touch(key);
    expect(placeInSight(store.getJourney()).name).toBe(place);
    expect(topScope(document)).toBe(document);
  });

  it('gives way to help at its key', async () => {
    await press('F1');
    expect(placeInSight(store.getJourney()).name).toBe('help');
    expect(topScope(document)).toBe(document);
  });

  it('closes at Back, over the same screen', async () => {
    const before = dialog();
    const { places } = store.getJourney();
    await touch('kiosk.frame.back');
    expect(before.isConnected).toBe(false);
    expect(store.getJourney().places).toBe(places);
  });

  it('has the commands after its own choices, and keeps the keys that go round', async () => {
    const stops = new Set<Element | null>();
    for (let step = 0; step < 40; step += 1) {
      await press('Tab');
      expect(dialog().contains(document.activeElement)).toBe(true);
      stops.add(document.activeElement);
    }
    const visited = [...stops].map((stop) => stop?.textContent);
    expect(new Set(visited)).toEqual(new Set(names()));
    expect(names().slice(-5)).toEqual(
      ['back', 'startAgain', 'help', 'notices', 'clear'].map((id) => wordsOf(`kiosk.frame.${id}`)),
    );
  });

  it('is read aloud without the commands, which are the same everywhere', () => {
    const said = partsOf(dialog(), { isPublic: false, isOverview: true });
    expect(said.length).toBeGreaterThan(1);
    expect(JSON.stringify(said.map((part) => ('text' in part ? part.text : '')))).not.toContain(
      wordsOf('kiosk.frame.notices'),
    );
  });
});

describe('the quiet warning', () => {
  const warned = seconds(rules.idleWarningAfterSeconds - 5);
  const soon = () => wordsOf('kiosk.idle.soon');

  it.each([['languageAsked'], ['settingsAsked']] as const)('is seen after %s', async (type) => {
    await doing({ type: 'begin' }, { type });
    expect(dialog().textContent).not.toContain(soon());
    await doing(...warned);
    expect(dialog().textContent).toContain(soon());
  });

  it('gives way to the question', async () => {
    await doing({ type: 'begin' }, { type: 'settingsAsked' }, ...warned, ...seconds(5));
    expect(dialog().getAttribute('role')).toBe('alertdialog');
    expect(dialog().textContent).not.toContain(soon());
  });
});

it.each([['Escape'], ['F1']])('%s that is stuck counts once', async (key) => {
  await doing({ type: 'begin' }, { type: 'mandatedOpened' });
  const { places } = store.getJourney();
  const held = (repeat: boolean) =>
    act(async () => {
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key, repeat, bubbles: true, cancelable: true }),
      );
    });
  await held(true);
  expect(store.getJourney().places).toBe(places);
  await held(false);
  const once = store.getJourney().places;
  expect(once).not.toEqual(places);
  await held(true);
  expect(store.getJourney().places).toBe(once);
});

it('Enter that is stuck is heard once', async () => {
  const heard: boolean[] = [];
  document.body.addEventListener('keydown', (event) => heard.push(event.repeat), { once: true });
  const held = (repeat: boolean) => {
    const event = new KeyboardEvent('keydown', {
      key: 'Enter',
      repeat,
      bubbles: true,
      cancelable: true,
    });
    document.body.dispatchEvent(event);
    return event;
  };
  // Prevented too: a browser clicks on a plain button at each repetition.
  expect(held(true).defaultPrevented).toBe(true);
  expect(heard).toEqual([]);
  held(false);
  expect(heard).toEqual([false]);
});

it('can be closed by Back on the first screen too', async () => {
  await doing({ type: 'settingsAsked' });
  await touch('kiosk.frame.back');
  expect(store.getJourney().choosing).toBeNull();
});
