import type { Content } from './content.ts';
import type { WaitingRange } from './vocabulary.ts';

/** What became of a ticket, as far as its holder's phone is told. `over`: nobody waits any more. */
export type PhoneState = 'waiting' | 'called' | 'serving' | 'parked' | 'missed' | 'over';

/** What the phone of a ticket's holder is told: what the board tells the whole room, and the wait. */
export type PhoneView = {
  readonly state: PhoneState;
  readonly code: string;
  /** Where to go, or where the ticket was called last; null where it never was. */
  readonly counter: string | null;
  /** While waiting: people of the same queue to be called before. */
  readonly peopleAhead: number;
  /** While waiting: how long the person may still wait; null where nothing is known. */
  readonly range: WaitingRange | null;
  readonly office: string;
  readonly isDemo: boolean;
  /** UTC epoch milliseconds, by the server's clock. */
  readonly serverTimeMs: number;
};

/** What lies in the page that a phone opens. */
export type PhonePageData = {
  /** `gone`: the address leads to no ticket of today. `lost`: it cannot be said now. */
  readonly first: PhoneView | 'gone' | 'lost';
  readonly language: string;
  /** The words of the page in that language, and the languages there are. */
  readonly content: Pick<Content, 'languages' | 'texts' | 'reviewedKeys'> & {
    readonly office: Pick<Content['office'], 'timeZone'>;
  };
};

/** The address of a phone page that is to speak a language. */
export function inLanguage(phoneUrl: string, language: string): string {
  return `${phoneUrl}?l=${language}`;
}

/** A page asks again after so long: hundreds of phones are then some tens of small answers a second. */
export const PHONE_ASKS_EVERY_MS = 10_000;
