import { join } from 'node:path';
import { readContent } from '../../../electron/content/load-content.ts';
import { offeredLanguages } from '../../../electron/contract/content-rules.ts';
import type { IssuedTicket } from '../../../electron/contract/operations.ts';
import {
  type Action,
  type Effect,
  type Journey,
  type JourneyRules,
  newJourney,
  placeInSight,
} from '../../../renderer/kiosk/journey/journey.ts';
import { step } from '../../../renderer/kiosk/journey/step.ts';
import { rulesFrom } from '../../../renderer/kiosk/rules.ts';

const loaded = readContent({ baseDir: join(import.meta.dirname, '../../../content') });
if (loaded.content === null) throw new Error(JSON.stringify(loaded.problems));
export const { content } = loaded;

/** An open office without a list of appointments. */
export const rules = rulesFrom(content, offeredLanguages(content), null, {
  isOpen: true,
  takesCodes: false,
});
export const rulesWithCodes: JourneyRules = { ...rules, takesCodes: true };
export const rulesClosed: JourneyRules = { ...rules, isOpen: false };

export const lastOffering = content.offerings.at(-1)?.id ?? '';

/** Does one thing after another; answers where that leads, and all that is to be done for it. */
export function walk(
  actions: readonly Action[],
  from: Journey = newJourney(rules),
  today: JourneyRules = rules,
) {
  const effects: Effect[] = [];
  let journey = from;
  for (const action of actions) {
    const next = step(journey, action, today);
    journey = next.journey;
    effects.push(...next.effects);
  }
  return { journey, effects, place: placeInSight(journey) };
}

export const seconds = (count: number): Action[] => Array(count).fill({ type: 'secondPassed' });

export const toFinal: Action[] = [{ type: 'begin' }, { type: 'onlyNumber' }];
export const take: Action = { type: 'takeNumber', commandId: 'first' };

export const ticket: IssuedTicket = {
  ticketId: '00000000-0000-4000-8000-000000000001',
  code: 'A042',
  queue: 'A',
  entry: 'walkIn',
  serviceDay: '2026-11-23',
  issuedAtMs: 0,
  peopleAhead: 3,
  range: { fromMinutes: 10, toMinutes: 25 },
  phoneUrl: null,
};
export const issued: Action = { type: 'issued', commandId: 'first', ticket };
export const printed: Action = {
  type: 'printEnded',
  ticketId: ticket.ticketId,
  outcome: 'printed',
  printer: 'ready',
};
