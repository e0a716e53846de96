import type { Asker } from './asker.ts';
import type { Random } from './random.ts';

/** The demo office's queues. The first reaches its 999 where tickets are many. */
const QUEUES = { A: 8, B: 2, C: 1 };

/** How many people declare priority, and how many have an appointment. */
const PRIORITY = 0.15;
const APPOINTMENT = 0.4;

export type KioskOptions = {
  readonly asker: Asker;
  readonly random: Random;
  /** Asked before each person: whether anybody else comes. */
  readonly comesAnother: () => boolean;
};

/** People take tickets, one after the other, until nobody comes or every queue is full. */
export async function runKiosk({ asker, random, comesAnother }: KioskOptions): Promise<void> {
  const open: Record<string, number> = { ...QUEUES };
  while (comesAnother() && Object.keys(open).length > 0) {
    const queue = random.weighted(open);
    const issued = await asker.ask('issueTicket', {
      queue,
      entry: random.chance(APPOINTMENT) ? 'appointment' : 'walkIn',
      hasPriority: random.chance(PRIORITY),
    });
    // The kiosk no longer offers it.
    if (!issued.ok && issued.error.code === 'queueFull') delete open[queue];
  }
}
