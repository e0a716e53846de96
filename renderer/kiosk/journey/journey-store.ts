import {
  type Action,
  type Effect,
  type Journey,
  type JourneyRules,
  newJourney,
} from './journey.ts';
import { step } from './step.ts';

/** The journey, with those who look at it. Effects run exactly once, outside of React. */
export interface JourneyStore {
  readonly getJourney: () => Journey;
  readonly subscribe: (listener: () => void) => () => void;
  readonly act: (action: Action) => void;
}

/**
 * @param rules asked at each action, for the office may become known while the kiosk runs.
 * @param carryOut does what the journey asks of the world and reports back through `act`.
 */
export function createJourneyStore(
  rules: () => JourneyRules,
  carryOut: (effect: Effect, act: (action: Action) => void) => void,
): JourneyStore {
  let journey = newJourney(rules());
  const listeners = new Set<() => void>();
  const act = (action: Action) => {
    const next = step(journey, action, rules());
    if (next.journey !== journey) {
      journey = next.journey;
      for (const listener of listeners) listener();
    }
    for (const effect of next.effects) carryOut(effect, act);
  };
  return {
    getJourney: () => journey,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    act,
  };
}
