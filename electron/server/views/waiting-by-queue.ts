import type { DayState } from '../../queue/state.ts';

/** How many people wait in each queue; queues where nobody waits are left out. */
export function waitingByQueue(state: DayState): ReadonlyMap<string, number> {
  const waiting = new Map<string, number>();
  for (const { queue } of state.line.people()) waiting.set(queue, (waiting.get(queue) ?? 0) + 1);
  return waiting;
}
