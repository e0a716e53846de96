import type { Citizen } from '../office/citizen.ts';
import type { Orientation } from '../office/stage.ts';
import { type KioskScreen, kioskScreens, ticket } from './kiosk-screens.ts';

/*
 * Screens of an office that has what others may do without: pages for phones, and a panel of which
 * it is known how high it hangs.
 */

/**
 * From the floor to the panel, so that it reaches over an end of what is within everyone's reach. A
 * panel that lies hangs as high as the low-reach mode can be had: the least height is left of it.
 */
export const LOWER_EDGE_MM: Readonly<Record<Orientation['name'], number>> = {
  portrait: 700,
  landscape: 920,
};

/** Those with the most to touch or the most to say, and one of each kind. */
const LOW = [
  'attract',
  'needs-1',
  'place-search-found',
  'residence',
  'final',
  'ticket-no-paper',
  'server-gone',
  'help',
  'notice-first-level-points',
  'code',
  'settings',
] as const;

async function bringDown(citizen: Citizen): Promise<void> {
  await citizen.touchFrame('kiosk.display.button');
  await citizen.touch('kiosk.display.lowLabel');
  await citizen.touch('kiosk.display.done');
  await citizen.page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** A screen with everything to touch brought down to someone who sits. */
function low(screen: KioskScreen): KioskScreen {
  return {
    ...screen,
    name: `low-${screen.name}`,
    async reach(citizen, stage, look) {
      await bringDown(citizen);
      await screen.reach(citizen, stage, look);
    },
  };
}

export const equippedScreens: readonly KioskScreen[] = [
  ticket('ticket-followed', {}, 'kiosk.ticket.printed'),
  {
    name: 'settings-reach',
    isReachedAnew: true,
    async reach(citizen) {
      await citizen.touchFrame('kiosk.display.button');
      await citizen.choice('kiosk.display.lowLabel').scrollIntoViewIfNeeded();
    },
  },
  // Where the head of the screen is out of reach, help has what brings it down.
  ...kioskScreens
    .filter(({ name }) => name === 'help')
    .map((screen) => ({ ...screen, name: 'help-reach' })),
  ...kioskScreens.filter(({ name }) => LOW.some((wanted) => wanted === name)).map(low),
];
