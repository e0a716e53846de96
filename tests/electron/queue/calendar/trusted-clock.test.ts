import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { serviceDayAt } from '../../../../electron/queue/calendar/service-day.ts';
import {
  firstTrust,
  isAnybodyHere,
  type TrustedClock,
  trust,
} from '../../../../electron/queue/calendar/trusted-clock.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const TEN_O_CLOCK_MS = Date.parse('2026-11-24T09:00:00Z');

/** A server that looks at its clocks every minute. */
class Server {
  isSomebodyHere = true;
  #uptimeMs = 1_000_000;
  #wallMs: number;
  #clock: TrustedClock;

  constructor(wallMs = TEN_O_CLOCK_MS) {
    this.#wallMs = wallMs;
    this.#clock = firstTrust({ wallMs, uptimeMs: this.#uptimeMs });
  }

  setClockBy(ms: number): void {
    this.#wallMs += ms;
    this.#look();
  }

  passMinutes(minutes: number): void {
    for (let minute = 0; minute < minutes; minute += 1) {
      this.#uptimeMs += MINUTE_MS;
      this.#wallMs += MINUTE_MS;
      this.#look();
    }
  }

  /** The computer sleeps: nobody looks, and both clocks run on. */
  sleep(hours: number): void {
    this.#uptimeMs += hours * HOUR_MS;
    this.#wallMs += hours * HOUR_MS;
    this.#look();
  }

  #look(): void {
    const reading = { wallMs: this.#wallMs, uptimeMs: this.#uptimeMs };
    this.#clock = trust(this.#clock, reading, this.isSomebodyHere);
  }

  get time(): string {
    return new Date(this.#clock.nowMs).toISOString().slice(0, 16);
  }

  get serviceDay(): string {
    return serviceDayAt(this.#clock.nowMs);
  }
}

describe('while people are here', () => {
  test('time passes as the clock shows it', () => {
    const server = new Server();
    server.passMinutes(90);
    expect(server.time).toBe('2026-11-24T10:30');
  });

  test('the small corrections of a time service are followed', () => {
    const server = new Server();
    server.setClockBy(90_000);
    expect(server.time).toBe('2026-11-24T09:01');
    server.setClockBy(-90_000);
    expect(server.time).toBe('2026-11-24T09:00');
  });

  test.each([
    ['forwards to tomorrow', 24 * HOUR_MS],
    ['forwards over closing time', 5 * HOUR_MS],
    ['back to yesterday', -11 * HOUR_MS],
    ['back by years', -9000 * 24 * HOUR_MS],
  ])('a clock set %s changes nothing, and nothing when it is put right', (_how, ms) => {
    const server = new Server();
    server.setClockBy(ms);
    server.passMinutes(30);
    expect(server.time).toBe('2026-11-24T09:30');
    expect(server.serviceDay).toBe('2026-11-24');
    server.setClockBy(-ms);
    server.passMinutes(1);
    expect(server.time).toBe('2026-11-24T09:31');
  });

  test('midnight is midnight', () => {
    const server = new Server(Date.parse('2026-11-24T22:58:00Z'));
    server.passMinutes(5);
    expect(server.serviceDay).toBe('2026-11-25');
  });

  test('a clock set back over midnight does not bring yesterday back', () => {
    const server = new Server(Date.parse('2026-11-24T23:10:00Z'));
    server.setClockBy(-HOUR_MS);
    server.passMinutes(50);
    expect(server.serviceDay).toBe('2026-11-25');
  });

  test('a night asleep is not a clock that was set', () => {
    const server = new Server(Date.parse('2026-11-24T16:00:00Z'));
    server.sleep(15);
    expect(server.time).toBe('2026-11-25T07:00');
  });

  test('what nobody puts back for two hours is right', () => {
    const server = new Server();
    server.setClockBy(24 * HOUR_MS);
    server.passMinutes(119);
    expect(server.serviceDay).toBe('2026-11-24');
    server.passMinutes(1);
    expect(server.time).toBe('2026-11-25T11:00');
  });
});

describe('while nobody is here', () => {
  test.each([
    ['forwards', 24 * HOUR_MS, '2026-11-25'],
    ['back', -24 * HOUR_MS, '2026-11-23'],
  ])('a clock set %s is followed at once', (_how, ms, day) => {
    const server = new Server();
    server.isSomebodyHere = false;
    server.setClockBy(ms);
    expect(server.serviceDay).toBe(day);
  });

  test('a doubt ends when the last person has gone', () => {
    const server = new Server();
    server.setClockBy(24 * HOUR_MS);
    server.passMinutes(10);
    expect(server.serviceDay).toBe('2026-11-24');
    server.isSomebodyHere = false;
    server.passMinutes(1);
    expect(server.time).toBe('2026-11-25T09:11');
  });
});

describe('somebody is here', () => {
  test.each([
    ['with an open ticket, and something happened a moment ago', true, 0, true],
    ['with an open ticket, and nothing happened for an hour', true, HOUR_MS, false],
    ['when every ticket is done', false, 0, false],
  ])('%s: %#', (_when, hasOpenTickets, agoMs, isHere) => {
    const activity = { hasOpenTickets, lastEventUptimeMs: 5 * HOUR_MS - agoMs };
    expect(isAnybodyHere(activity, 5 * HOUR_MS)).toBe(isHere);
  });

  test('only as far as this server has seen it: tickets of before its start may be left over', () => {
    expect(isAnybodyHere({ hasOpenTickets: true, lastEventUptimeMs: null }, 0)).toBe(false);
  });
});

test('whatever is done to the clock, no service day changes for two hours of work, but at midnight', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -72 * 60, max: 72 * 60 }), { maxLength: 20 }),
      (stepsInMinutes) => {
        const server = new Server();
        for (const step of stepsInMinutes) {
          // Put right within the two hours, as people do.
          server.setClockBy(step * MINUTE_MS);
          server.passMinutes(5);
          expect(server.serviceDay).toBe('2026-11-24');
          server.setClockBy(-step * MINUTE_MS);
          server.passMinutes(1);
        }
      },
    ),
  );
});
