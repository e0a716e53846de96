import type { DayState } from '../state.ts';
import { type DurationSums, durationSums, noDurations } from '../statistics/sums.ts';
import type { QueueLetter } from '../ticket.ts';
import { expectedVariance, learnDurations, learnShare } from './belief.ts';
import type { Knowledge, QueueKnowledge } from './knowledge.ts';
import type { OfficeClock } from './office-clock.ts';

/** What is believed once today is taken into account. */
export interface TodaysKnowledge extends Knowledge {
  /** By how much today's services are longer than usual, as a logarithm. */
  readonly serviceShift: { readonly mean: number; readonly deviation: number };
  /** Times how many people come as usually do: gamma, `seen / usual`. */
  readonly arrivals: { readonly seen: number; readonly usual: number };
}

interface QueueToday {
  readonly servicesMs: number[];
  issued: number;
  priority: number;
  called: number;
  noShows: number;
  walkIns: number;
}

/** What today's tickets add to what past days taught. */
export function learnToday(
  knowledge: Knowledge,
  state: DayState,
  clock: OfficeClock,
): TodaysKnowledge {
  const today = new Map<QueueLetter, QueueToday>();
  for (const ticket of state.tickets.values()) {
    const queue = queueToday(today, ticket.queue);
    queue.issued += 1;
    if (ticket.hasPriority) queue.priority += 1;
    if (ticket.booking === null) queue.walkIns += 1;
    if (ticket.status === 'noShow') queue.noShows += 1;
    if (ticket.status !== 'closed') continue;
    queue.called += 1;
    const startedAtMs = ticket.startedAtMs ?? ticket.lastCalledAtMs;
    if (startedAtMs !== null) queue.servicesMs.push(ticket.changedAtMs - startedAtMs);
  }
  let residual = 0;
  let precision = 0;
  let seen = 0;
  let usual = 0;
  const queues = new Map<QueueLetter, QueueKnowledge>();
  for (const [letter, before] of knowledge.queues) {
    const figures = today.get(letter);
    usual += clock.openedHours(before.walkInsPerHour);
    if (figures === undefined) {
      queues.set(letter, before);
      continue;
    }
    seen += figures.walkIns;
    const sums: DurationSums =
      figures.servicesMs.length === 0 ? noDurations : durationSums(figures.servicesMs);
    const service = learnDurations(before.service, sums);
    const variance = expectedVariance(service);
    residual += (sums.sumOfLogs - sums.count * service.mean) / variance;
    precision += sums.count / variance;
    queues.set(letter, {
      ...before,
      service,
      noShow: learnShare(before.noShow, figures.noShows, figures.called),
      priority: learnShare(before.priority, figures.priority, figures.issued - figures.priority),
    });
  }
  const shiftPrecision = precision + 1 / knowledge.serviceVariesByDay;
  const usualDays = 1 / knowledge.arrivalsVaryByDay;
  return {
    ...knowledge,
    queues,
    serviceShift: {
      mean: residual / shiftPrecision,
      deviation: Math.sqrt(1 / shiftPrecision),
    },
    arrivals: { seen: seen + usualDays, usual: usual + usualDays },
  };
}

function queueToday(today: Map<QueueLetter, QueueToday>, letter: QueueLetter): QueueToday {
  const found = today.get(letter);
  if (found !== undefined) return found;
  const queue = { servicesMs: [], issued: 0, priority: 0, called: 0, noShows: 0, walkIns: 0 };
  today.set(letter, queue);
  return queue;
}
