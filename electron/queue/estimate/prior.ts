import { normalBelief } from './belief.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/**
 * What an office can be believed to be like before anything is known: wide, since an office where
 * people are served in three minutes and one where it takes forty both exist.
 */
export const prior = {
  service: normalBelief(Math.log(10 * MINUTE_MS), 0.7, 1, 3),
  walk: normalBelief(Math.log(25 * SECOND_MS), 0.6, 4, 3),
  noShowTime: normalBelief(Math.log(150 * SECOND_MS), 0.4, 4, 3),
  absence: normalBelief(Math.log(10 * MINUTE_MS), 0.8, 4, 3),
  aside: normalBelief(Math.log(10 * MINUTE_MS), 0.7, 4, 3),
  betweenCalls: normalBelief(Math.log(20 * SECOND_MS), 0.8, 4, 3),
  pause: normalBelief(Math.log(12 * MINUTE_MS), 0.7, 4, 3),
  noShow: { yes: 1, no: 12 },
  priority: { yes: 2, no: 12 },
  transferred: { yes: 0.4, no: 10 },
  continued: { yes: 0.2, no: 10 },
  parked: { yes: 0.2, no: 10 },
  returns: { yes: 1, no: 3 },
  missed: { yes: 1, no: 9 },
  punctuality: normalBelief(-5 * MINUTE_MS, 10 * MINUTE_MS, 2, 3),
  /** People in an hour, of all queues together; worth one hour. */
  walkInsPerHour: 12,
  /** Of one open counter; worth so many hours of it. */
  pauses: { perHour: 0.4, openHours: 4 },
  dayVariance: 0.02,
  /** How many days the belief about days is worth. */
  dayWeight: 5,
} as const;
