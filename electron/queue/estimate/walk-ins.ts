import type { Cell } from '../statistics/figures.ts';
import type { QueueLetter } from '../ticket.ts';
import { countsOf } from './past-days.ts';
import { prior } from './prior.ts';

const HOUR_MS = 3_600_000;

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** How often the hours of merged cells are guessed anew; it has long settled by then. */
const ROUNDS = 5;

/**
 * How many people come without an entry in the day's list, by queue and hour. A merged cell does not
 * say in which hours its people came: they are shared out among the hours without a cell, as often as
 * it takes, by how many people those hours have then.
 */
export function learnWalkIns(
  pastDays: readonly (readonly Cell[])[],
  queues: readonly QueueLetter[],
): (queue: QueueLetter) => { perHour: readonly number[]; seen: number } {
  const kioskHours = pastDays.map((cells) => {
    const hours = new Map<number, number>();
    for (const { hour, queue, figures } of cells) {
      if (hour === null || queue !== null || figures.counters === null) continue;
      if (figures.counters.kioskMs > 0) hours.set(hour, figures.counters.kioskMs / HOUR_MS);
    }
    return hours;
  });
  return (queue) => {
    const days = pastDays.map((cells, day) => {
      const byHour = new Map<number, number>();
      let merged = 0;
      for (const { hour, queue: cellQueue, figures } of cells) {
        if (cellQueue !== queue) continue;
        const count = countsOf(figures);
        const people = count('issued') - count('listed');
        if (hour === null) merged += people;
        else if (figures.counts.people !== undefined) byHour.set(hour, people);
      }
      return { byHour, merged, open: kioskHours[day] ?? new Map<number, number>() };
    });
    const seen = days.reduce(
      (sum, { byHour, merged }) => sum + merged + [...byHour.values()].reduce((a, b) => a + b, 0),
      0,
    );
    const openHours = HOURS.map((hour) =>
      days.reduce((sum, { open }) => sum + (open.get(hour) ?? 0), 0),
    );
    const before = prior.walkInsPerHour / queues.length;
    const allHours = openHours.reduce((a, b) => a + b, 0);
    const average = (seen + before) / (allHours + 1);
    let perHour = HOURS.map(() => average);
    for (let round = 0; round < ROUNDS; round += 1) {
      const people = HOURS.map(() => 0);
      for (const { byHour, merged, open } of days) {
        for (const [hour, count] of byHour) people[hour] = (people[hour] ?? 0) + count;
        const unknown = [...open].filter(([hour]) => !byHour.has(hour));
        const weight = (hour: number, hours: number) => (perHour[hour] ?? 0) * hours;
        const total = unknown.reduce((sum, [hour, hours]) => sum + weight(hour, hours), 0);
        if (total === 0) continue;
        for (const [hour, hours] of unknown) {
          people[hour] = (people[hour] ?? 0) + (merged * weight(hour, hours)) / total;
        }
      }
      perHour = HOURS.map((hour) => ((people[hour] ?? 0) + average) / ((openHours[hour] ?? 0) + 1));
    }
    return { perHour, seen };
  };
}
