import {
  addFigures,
  type Cell,
  type CountName,
  type Figures,
  noFigures,
} from '../statistics/figures.ts';
import type { QueueLetter } from '../ticket.ts';

/** One past day, its hours and merged cells added up. */
export interface DaySums {
  /** Everything of the day. */
  readonly office: Figures;
  readonly queues: ReadonlyMap<QueueLetter, Figures>;
}

export function sumByQueue(cells: readonly Cell[]): DaySums {
  const queues = new Map<QueueLetter, Figures>();
  for (const { queue, figures } of cells) {
    if (queue !== null) queues.set(queue, addFigures(queues.get(queue) ?? noFigures, figures));
  }
  return { office: sumOf(cells.map(({ figures }) => figures)), queues };
}

export function sumOf(figures: readonly Figures[]): Figures {
  return figures.reduce(addFigures, noFigures);
}

export function countsOf({ counts }: Figures): (name: CountName) => number {
  return (name) => counts[name] ?? 0;
}
