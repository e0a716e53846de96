// @vitest-environment happy-dom
import { act } from 'react';
import { beforeEach, expect, it } from 'vitest';
import {
  type Action,
  type Journey,
  placeInSight,
} from '../../../renderer/kiosk/journey/journey.ts';
import { JourneyScreen } from '../../../renderer/kiosk/journey-screen.tsx';
import { KioskContext } from '../../../renderer/kiosk/kiosk-context.ts';
import { pageRoot } from '../page-root.ts';
import { kioskValue } from './kiosk-value.ts';
import { content, toFinal, walk } from './walk.ts';

const mandated: Action[] = [
  { type: 'begin' },
  { type: 'nextPage' },
  { type: 'nextPage' },
  { type: 'mandatedOpened' },
  { type: 'mandatedConfirmed' },
];
const privacy: Action = { type: 'noticesOpened' };
const readNotice = (noticeId: string): Action => ({
  type: 'noticeOpened',
  noticeId,
  layer: 'short',
});

const page = pageRoot();
/** What touches have asked for. */
let asked: Action[];

beforeEach(() => {
  asked = [];
});

/** Puts the screen in sight on the page. */
async function show(journey: Journey): Promise<HTMLElement> {
  const kiosk = kioskValue({ journey, act: (action) => void asked.push(action) });
  await page.render(
    <KioskContext value={kiosk}>
      <JourneyScreen place={placeInSight(journey)} />
    </KioskContext>,
  );
  return document.body;
}

/** Opens Privacy below, and touches the first line of the list. */
async function openFirst(actions: readonly Action[]): Promise<Action | undefined> {
  const screen = await show(walk([...actions, privacy]).journey);
  await act(async () => screen.querySelector('button')?.click());
  return asked.at(-1);
}

it('the first notice of the list is the one for the way that the person took', async () => {
  expect(await openFirst(toFinal)).toEqual(readNotice('first-level'));
  expect(await openFirst(mandated)).toEqual(readNotice('second-level'));
});

it('the list looks the same to who stands behind, whatever the way', async () => {
  const looks = async (actions: readonly Action[]) =>
    (await show(walk([...actions, privacy]).journey)).querySelector('.page')?.textContent;
  const usual = await looks(toFinal);
  expect(usual).toContain('Leggo quella che riguarda me');
  expect(await looks(mandated)).toBe(usual);
});

it('the head of a notice says no more than that it is one', async () => {
  const notices = content.notices.filter(({ readers }) => readers === 'citizens');
  expect(notices.length).toBeGreaterThan(1);
  for (const { id } of notices) {
    const { journey } = walk([...toFinal, privacy, readNotice(id)]);
    const head = (await show(journey)).querySelector('.page__head');
    expect(head?.textContent).toBe('Come usiamo i suoi dati');
  }
});
