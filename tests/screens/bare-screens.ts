import { type KioskScreen, ticket } from './kiosk-screens.ts';

/** Screens of an office that does without what others have: a printer. */
export const bareScreens: readonly KioskScreen[] = [
  ticket('ticket-shown-only', {}, 'kiosk.ticket.shownOnly'),
];
