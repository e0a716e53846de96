import { describe, expect, it } from 'vitest';
import type { QueueCommand } from '../../../../electron/queue/command.ts';
import type { DayRules } from '../../../../electron/queue/day-rules.ts';
import { decide } from '../../../../electron/queue/decide.ts';
import type { RecordedEvent } from '../../../../electron/queue/event.ts';
import { evolve } from '../../../../electron/queue/evolve.ts';
import { newDay } from '../../../../electron/queue/state.ts';
import { observeDay } from '../../../../electron/queue/statistics/observe-day.ts';

const MINUTE_MS = 60_000;
/** Nine in the morning in Milan, in winter. */
const NINE_MS = Date.UTC(2026, 1, 10, 8);

const rules: DayRules = {
  queues: [
    { letter: 'A', dailyCap: 999 },
    { letter: 'B', dailyCap: 999 },
  ],
  openingWindows: [],
  priorityHeadStartMs: 15 * MINUTE_MS,
  preferenceStepMs: 10 * MINUTE_MS,
  mostOvertaken: 6,
  appointments: { earlyLimitMs: 30 * MINUTE_MS, lateLimitMs: 15 * MINUTE_MS },
  returnGuardMs: 0,
  noShow: { afterCalls: 1, afterMs: MINUTE_MS },
  undoWithinMs: 10_000,
};

const ana = { counter: '1', ticketId: 'ana' };
const issued = (ticketId: string): QueueCommand => ({
  type: 'issueTicket',
  ticketId,
  queue: 'A',
  entry: 'walkIn',
  hasPriority: false,
  at: 'desk',
});
const open: QueueCommand = { type: 'openCounter', counter: '1', queues: ['A'] };

function observe(commands: readonly (readonly [minute: number, command: QueueCommand])[]) {
  let state = newDay(rules);
  const ledger: RecordedEvent[] = [];
  for (const [minute, command] of commands) {
    const decision = decide(state, command, NINE_MS + minute * MINUTE_MS);
    if (!decision.ok) throw new Error(`Refused: ${JSON.stringify(decision.error)}`);
    for (const recorded of decision.value) {
      state = evolve(state, recorded);
      ledger.push(recorded);
    }
  }
  return observeDay(rules, ledger);
}

/** What was seen of people, in short: "served A 9" or "service A 9: 5 min". */
function seen(commands: Parameters<typeof observe>[0]): string[] {
  return observe(commands).people.map((one) => {
    const place = `${one.queue} ${one.hour}`;
    if (one.kind === 'count') return `${one.name} ${place}`;
    if (one.kind === 'sentTo') return `to ${one.toQueue} from ${place}`;
    const name = one.kind === 'time' ? one.name : 'punctuality';
    return `${name} ${place}: ${one.ms / MINUTE_MS} min`;
  });
}

describe('what is seen of people', () => {
  it('of a visit: waiting by the hour of the ticket, the rest by the hour it happened', () => {
    expect(
      seen([
        [50, open],
        [50, issued('ana')],
        [62, { type: 'callTicket', ...ana }],
        [63, { type: 'startService', ...ana }],
        [70, { type: 'closeTicket', ...ana }],
      ]),
    ).toEqual([
      'issued A 9',
      'waiting A 9: 12 min',
      'walk A 10: 1 min',
      'service A 10: 7 min',
      'served A 10',
    ]);
  });

  it('of a visit whose start was not noted: the service began with the call', () => {
    expect(
      seen([
        [0, open],
        [0, issued('ana')],
        [5, { type: 'callTicket', ...ana }],
        [12, { type: 'closeTicket', ...ana }],
      ]),
    ).toEqual(['issued A 9', 'waiting A 9: 5 min', 'service A 9: 7 min', 'served A 9']);
  });

  it('of somebody who did not come, came back and was called again', () => {
    expect(
      seen([
        [0, open],
        [0, issued('ana')],
        [1, { type: 'callTicket', ...ana }],
        [2, { type: 'recall', ...ana }],
        [4, { type: 'markNoShow', ...ana }],
        [10, { type: 'returnTicket', ...ana }],
        [12, { type: 'callTicket', ...ana }],
        [13, { type: 'startService', ...ana }],
      ]),
    ).toEqual([
      'issued A 9',
      'waiting A 9: 1 min',
      'noShow A 9: 3 min',
      'noShows A 9',
      'absence A 9: 6 min',
      'returned A 9',
      // Waiting ends with the first call; this is another walk.
      'walk A 9: 1 min',
    ]);
  });

  it('of somebody put aside, who waits again', () => {
    expect(
      seen([
        [0, open],
        [0, issued('ana')],
        [0, { type: 'callTicket', ...ana }],
        [0, { type: 'startService', ...ana }],
        [4, { type: 'parkTicket', ...ana }],
        [9, { type: 'resumeTicket', ...ana }],
      ]).slice(3),
    ).toEqual(['service A 9: 4 min', 'parked A 9', 'aside A 9: 5 min', 'resumed A 9']);
  });

  it('of somebody put aside, who is called at once', () => {
    expect(
      seen([
        [0, open],
        [0, issued('ana')],
        [0, { type: 'callTicket', ...ana }],
        [0, { type: 'startService', ...ana }],
        [4, { type: 'parkTicket', ...ana }],
        [9, { type: 'callTicket', ...ana }],
      ]).slice(5),
    ).toEqual(['aside A 9: 5 min']);
  });

  it('of somebody put aside, who is sent on from there: one service ended, not two', () => {
    expect(
      seen([
        [0, open],
        [0, issued('ana')],
        [0, { type: 'callTicket', ...ana }],
        [0, { type: 'startService', ...ana }],
        [4, { type: 'parkTicket', ...ana }],
        [9, { type: 'transferTicket', ...ana, to: { queue: 'B' } }],
      ]).slice(3),
    ).toEqual([
      'service A 9: 4 min',
      'parked A 9',
      'aside A 9: 5 min',
      'transfersIn B 9',
      'to B from A 9',
    ]);
  });

  it('of a transfer and of a visit that goes on elsewhere: out of one queue, into the other', () => {
    const start = [
      [0, open],
      [0, issued('ana')],
      [0, { type: 'callTicket', ...ana }],
      [0, { type: 'startService', ...ana }],
    ] as const;
    expect(
      seen([...start, [3, { type: 'transferTicket', ...ana, to: { queue: 'B' } }]]).slice(3),
    ).toEqual(['service A 9: 3 min', 'transferredOut A 9', 'transfersIn B 9', 'to B from A 9']);
    expect(seen([...start, [3, { type: 'continueVisit', ...ana, queue: 'B' }]]).slice(3)).toEqual([
      'service A 9: 3 min',
      'continuedOut A 9',
      'continuedIn B 9',
      'to B from A 9',
    ]);
  });

  it('of who is sent on while waiting: no service ended', () => {
    expect(
      seen([
        [0, open],
        [0, issued('ana')],
        [1, { type: 'transferTicket', ...ana, to: { queue: 'B' } }],
      ]),
    ).toEqual(['issued A 9', 'transfersIn B 9', 'to B from A 9']);
  });

  it('of who gave up, and of who was left at the end', () => {
    expect(
      seen([
        [0, open],
        [0, issued('ana')],
        [0, issued('bo')],
        [70, { type: 'cancelTicket', ...ana }],
        [80, { type: 'endDay' }],
      ]),
    ).toEqual(['issued A 9', 'issued A 9', 'cancelled A 10', 'expired A 9']);
  });

  it('of appointments: who came, when, and for whom nobody came', () => {
    const appointments = ['C1', 'C2'].map((code) => ({
      code,
      queue: 'B',
      bookedAtMs: NINE_MS + 70 * MINUTE_MS,
    }));
    expect(
      seen([
        [0, { type: 'importAppointments', appointments }],
        [55, { type: 'checkIn', ticketId: 'ana', code: 'C1', hasPriority: true, at: 'desk' }],
      ]),
    ).toEqual([
      'issued B 9',
      'priority B 9',
      'appointments B 9',
      'listed B 9',
      'punctuality B 9: -15 min',
      'missed B 10',
    ]);
  });

  it('between calls, only where somebody was kept waiting', () => {
    const gaps = (others: readonly string[]) =>
      seen([
        [0, open],
        [0, issued('ana')],
        ...others.map((ticketId) => [0, issued(ticketId)] as const),
        [0, { type: 'callTicket', ...ana }],
        [5, { type: 'closeTicket', ...ana }],
        [7, issued('late')],
        [8, { type: 'callNext', counter: '1' }],
      ]).filter((one) => one.startsWith('betweenCalls'));
    expect(gaps([])).toEqual([]);
    expect(gaps(['bo'])).toEqual(['betweenCalls A 9: 3 min']);
  });

  it('of what was undone: nothing', () => {
    expect(
      seen([
        [0, open],
        [0, issued('ana')],
        [5, { type: 'callTicket', ...ana }],
        [5, { type: 'undo', counter: '1' }],
        [6, { type: 'callTicket', ...ana }],
      ]),
    ).toEqual(['issued A 9', 'waiting A 9: 6 min']);
  });
});

describe('what is seen of counters', () => {
  it('is when they opened, worked and paused', () => {
    const day = observe([
      [0, open],
      [10, { type: 'pauseCounter', counter: '1', reason: 'meeting' }],
      [25, { type: 'resumeCounter', counter: '1' }],
      [30, { type: 'changeQueues', counter: '1', queues: ['B'] }],
      [40, { type: 'closeCounter', counter: '1' }],
    ]);
    const at = (minute: number) => NINE_MS + minute * MINUTE_MS;
    expect(day.openings).toEqual([at(0)]);
    expect(day.open).toEqual([
      { fromMs: at(0), untilMs: at(10) },
      { fromMs: at(25), untilMs: at(40) },
    ]);
    expect(day.paused).toEqual([{ fromMs: at(10), untilMs: at(25) }]);
    expect(day.pausesMs).toEqual([15 * MINUTE_MS]);
  });

  it('is how long a pause was, only if it came to its end', () => {
    const day = observe([
      [0, open],
      [0, { type: 'openCounter', counter: '2', queues: ['A'] }],
      [10, { type: 'pauseCounter', counter: '1', reason: 'break' }],
      [10, { type: 'pauseCounter', counter: '2', reason: 'break' }],
      [11, { type: 'closeCounter', counter: '1' }],
      [12, { type: 'endDay' }],
    ]);
    expect(day.paused).toHaveLength(2);
    expect(day.pausesMs).toEqual([]);
  });

  it('is nothing of the night after a day on which a counter was left open', () => {
    const day = observe([
      [0, open],
      [60, issued('ana')],
      [900, { type: 'endDay' }],
    ]);
    expect(day.open).toEqual([{ fromMs: NINE_MS, untilMs: NINE_MS + 60 * MINUTE_MS }]);
  });

  it('is nothing of the time in which nobody sat there', () => {
    const day = observe([
      [0, open],
      [0, issued('ana')],
      [1, { type: 'callTicket', ...ana }],
      [10, { type: 'releaseCounter', counter: '1' }],
      [30, open],
      [35, { type: 'closeTicket', ...ana }],
      [36, { type: 'endDay' }],
    ]);
    const minutes = day.open.map(({ fromMs, untilMs }) => (untilMs - fromMs) / MINUTE_MS);
    expect(minutes).toEqual([10, 5]);
  });
});
