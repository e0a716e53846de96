import type { KioskView } from '../../electron/contract/views.ts';
import type { Phrase } from '../text/phrase.ts';
import type { Translator } from '../text/translator.ts';

const DAY_MS = 86_400_000;

/** The calendar date of a moment on the office's clock, as the server writes it. */
function dateAt(atMs: number, timeZone: string): string {
  // The Swedish way to write a date is ISO 8601.
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(atMs);
}

function dayAfter(date: string): string {
  // At noon, so that no time zone and no change of the clock leads to another day.
  return new Date(Date.parse(`${date}T12:00Z`) + DAY_MS).toISOString().slice(0, 10);
}

/**
 * When the office opens next, in words: today, tomorrow, or which day. Null where nothing is known.
 * Today is the server's service day: the kiosk's own clock is not asked.
 */
export function nextOpening(
  texts: Translator,
  timeZone: string,
  view: Pick<KioskView, 'serviceDay' | 'opensNextAtMs'>,
): Phrase | null {
  const { serviceDay, opensNextAtMs } = view;
  if (opensNextAtMs === null) return null;
  const time = texts.time(opensNextAtMs);
  const date = dateAt(opensNextAtMs, timeZone);
  if (date === serviceDay) return texts.phrase('kiosk.closed.today', { time });
  if (date === dayAfter(serviceDay)) return texts.phrase('kiosk.closed.tomorrow', { time });
  return texts.phrase('kiosk.closed.later', { day: texts.weekday(opensNextAtMs), time });
}
