import { beforeEach, describe, expect, it } from 'vitest';
import type { QueueCommand } from '../../electron/queue/command.ts';
import { decide } from '../../electron/queue/decide.ts';
import type { QueueEvent, RecordedEvent } from '../../electron/queue/event.ts';
import { evolve } from '../../electron/queue/evolve.ts';
import { newDay } from '../../electron/queue/state.ts';
import { officeSetup } from '../../electron/server/office.ts';
import { repositoryContent } from '../support/in-process-server.ts';
import { checkHistory } from './check-history.ts';
import type { Answer, Command } from './history.ts';

const rules = officeSetup(repositoryContent().office).dayRules('2026-11-23');
const MORNING_MS = Date.parse('2026-11-23T08:00:00Z');

/** A ledger and what was told about it, which agree until a test makes them differ. */
class Told {
  readonly commands: Command[] = [];
  ledger: RecordedEvent[] = [];

  /** Something is asked, done and answered; a minute later than what came before. */
  does(name: Command['name'], command: QueueCommand, value: object = {}): Command {
    this.happens(command);
    const counter = 'counter' in command ? command.counter : null;
    const input = 'ticketId' in command ? { ticketId: command.ticketId } : {};
    return this.isTold({ name, counter, input }, { ok: true, value });
  }

  happens(command: QueueCommand): void {
    const state = this.ledger.reduce(evolve, newDay(rules));
    const decision = decide(state, command, MORNING_MS + this.ledger.length * 60_000);
    if (!decision.ok) throw new Error(JSON.stringify(decision.error));
    this.ledger.push(...decision.value);
  }

  isTold(
    asked: Pick<Command, 'name' | 'counter' | 'input'>,
    answer: Answer | null,
    at = this.commands.length * 10,
  ): Command {
    const command: Command = {
      ...asked,
      officeId: 'demo',
      commandId: `command ${this.commands.length + 1}`,
      sentAtMs: at,
      answers: answer === null ? [] : [{ atMs: at + 5, answer }],
      mayComeLate: false,
    };
    this.commands.push(command);
    return command;
  }

  issues(ticketId: string, queue = 'A'): void {
    const issued = this.ledger.filter(
      ({ event }) => event.type === 'ticketIssued' && event.queue === queue,
    );
    const code = `${queue}${String(issued.length + 1).padStart(3, '0')}`;
    const ticket = { ticketId, queue, entry: 'walkIn', hasPriority: false, at: 'kiosk' } as const;
    this.happens({ type: 'issueTicket', ...ticket });
    const asked = { name: 'issueTicket', counter: null, input: { queue } } as const;
    this.isTold(asked, { ok: true, value: { ticketId, code } });
  }

  /** Puts another event in the place of one. */
  rewrite(sequence: number, change: (event: QueueEvent) => QueueEvent): void {
    this.ledger = this.ledger.map((recorded) =>
      recorded.sequence === sequence ? { ...recorded, event: change(recorded.event) } : recorded,
    );
  }

  /** Takes an event out, or puts one in; what follows moves up or down. */
  splice(sequence: number, without: number, ...events: QueueEvent[]): void {
    const atMs = this.ledger[sequence - 1]?.atMs ?? this.ledger.at(-1)?.atMs ?? 0;
    const added = events.map((event) => ({ sequence: 0, atMs, event }));
    this.ledger.splice(sequence - 1, without, ...added);
    this.ledger = this.ledger.map((recorded, index) => ({ ...recorded, sequence: index + 1 }));
  }

  problems(): string[] {
    const kinds = checkHistory({ ...this, rules }).map(({ kind }) => kind);
    return [...new Set(kinds)].sort();
  }
}

describe('the check of a history', () => {
  let told: Told;

  beforeEach(() => {
    told = new Told();
    told.issues('anna');
    told.issues('bruno');
    told.issues('carlo', 'B');
    for (const counter of ['1', '2']) {
      told.happens({ type: 'openCounter', counter, queues: ['A', 'B', 'C'] });
    }
    const called = { ticketId: 'anna', code: 'A001' };
    told.does('callNext', { type: 'callNext', counter: '1' }, called);
    told.does('recall', { type: 'recall', counter: '1', ticketId: 'anna' });
    told.does('closeTicket', { type: 'closeTicket', counter: '1', ticketId: 'anna' });
  });

  it('finds nothing wrong with a morning on which all went well', () => {
    expect(told.problems()).toEqual([]);
  });

  it('misses a ticket that was handed out and is not in the ledger', () => {
    told.splice(3, 1);
    expect(told.problems()).toEqual(['lost']);
  });

  it.each([
    ['call', 6],
    ['recall', 7],
    ['close', 8],
  ])('misses an acknowledged %s', (_, sequence) => {
    told.splice(sequence, 1);
    expect(told.problems()).toContain('lost');
  });

  it('sees a number that two people have', () => {
    told.rewrite(2, (event) => ({ ...event, number: 1 }) as QueueEvent);
    expect(told.problems()).toContain('duplicated');
  });

  it('sees a number that nobody has', () => {
    told.rewrite(2, (event) => ({ ...event, number: 3 }) as QueueEvent);
    expect(told.problems()).toContain('gaps');
  });

  it('sees a ticket that was issued twice', () => {
    told.rewrite(2, (event) => ({ ...event, ticketId: 'anna' }) as QueueEvent);
    expect(told.problems()).toContain('duplicated');
  });

  it('sees a ticket for which nobody asked', () => {
    const ticket = { ticketId: 'dora', queue: 'C', entry: 'walkIn', hasPriority: false } as const;
    told.happens({ type: 'issueTicket', ...ticket, at: 'kiosk' });
    expect(told.problems()).toEqual(['duplicated']);
  });

  it('allows the ticket of somebody who never got an answer', () => {
    const ticket = { ticketId: 'dora', queue: 'C', entry: 'walkIn', hasPriority: false } as const;
    told.happens({ type: 'issueTicket', ...ticket, at: 'kiosk' });
    told.isTold({ name: 'issueTicket', counter: null, input: {} }, null);
    expect(told.problems()).toEqual([]);
  });

  it('sees a recall that was carried out twice', () => {
    told.splice(7, 0, { type: 'ticketRecalled', counter: '1', ticketId: 'anna' });
    expect(told.problems()).toEqual(['duplicated']);
  });

  it('sees that a command was carried out although it was refused', () => {
    told.happens({ type: 'callNext', counter: '2' });
    const refused = { ok: false, error: { code: 'unauthenticated' } } as const;
    told.isTold({ name: 'callNext', counter: '2', input: {} }, refused);
    expect(told.problems()).toEqual(['duplicated']);
  });

  it('allows that of a command whose copy came after the refusal', () => {
    told.happens({ type: 'callNext', counter: '2' });
    const refused = { ok: false, error: { code: 'unauthenticated' } } as const;
    const command = told.isTold({ name: 'callNext', counter: '2', input: {} }, refused);
    told.commands[told.commands.length - 1] = { ...command, mayComeLate: true };
    expect(told.problems()).toEqual([]);
  });

  it('sees a ticket called to a second counter', () => {
    const reason = { code: 'longestWaiting', queue: 'A', sinceMs: MORNING_MS } as const;
    told.splice(7, 0, { type: 'ticketCalled', ticketId: 'anna', counter: '2', reason });
    expect(told.problems()).toContain('doubleCalls');
  });

  it('sees a second ticket called to a counter that has one', () => {
    const reason = { code: 'longestWaiting', queue: 'A', sinceMs: MORNING_MS } as const;
    told.splice(7, 0, { type: 'ticketCalled', ticketId: 'bruno', counter: '1', reason });
    expect(told.problems()).toContain('doubleCalls');
  });

  it('sees that somebody was called out of turn', () => {
    told.rewrite(6, (event) => ({ ...event, ticketId: 'bruno' }) as QueueEvent);
    expect(told.problems()).toContain('orderViolations');
  });

  it('allows that a clerk chooses whom to call', () => {
    const called = { ticketId: 'carlo', code: 'B001' };
    const command = { type: 'callTicket', counter: '2', ticketId: 'carlo' } as const;
    told.does('callTicket', command, called);
    expect(told.problems()).toEqual([]);
  });

  it('sees that somebody who came after an answer stands before it', () => {
    const [anna, ...others] = told.commands;
    if (anna === undefined) throw new Error('Nobody came');
    const late = {
      ...anna,
      sentAtMs: 1_000,
      answers: anna.answers.map((a) => ({ ...a, atMs: 1_001 })),
    };
    told.commands.splice(0, told.commands.length, late, ...others);
    expect(told.problems()).toEqual(['orderViolations']);
  });

  it('sees that time went back', () => {
    told.ledger = told.ledger.map((recorded) =>
      recorded.sequence === 3 ? { ...recorded, atMs: MORNING_MS - 1 } : recorded,
    );
    expect(told.problems()).toContain('orderViolations');
  });

  it('sees that a repeated command was answered differently', () => {
    const [anna, ...others] = told.commands;
    if (anna === undefined) throw new Error('Nobody came');
    const other: Answer = { ok: true, value: { ticketId: 'anna', code: 'A002' } };
    const again = { ...anna, answers: [...anna.answers, { atMs: 9, answer: other }] };
    told.commands.splice(0, told.commands.length, again, ...others);
    expect(told.problems()).toEqual(['contradictions']);
  });

  it('sees that the paper has another number than the ledger', () => {
    told.commands.splice(0, 1);
    const asked = { name: 'issueTicket', counter: null, input: {} } as const;
    told.isTold(asked, { ok: true, value: { ticketId: 'anna', code: 'A009' } }, 0);
    expect(told.problems()).toContain('contradictions');
  });

  it('sees that somebody was shown an error of the program', () => {
    const answer: Answer = { ok: false, error: { code: 'internal' } };
    told.isTold({ name: 'callNext', counter: '2', input: {} }, answer);
    expect(told.problems()).toEqual(['surprises']);
  });

  it('sees a ledger that contradicts itself', () => {
    told.splice(7, 0, { type: 'serviceStarted', counter: '1', ticketId: 'nobody' });
    expect(told.problems()).toContain('damage');
  });

  it('sees a hole in the ledger', () => {
    told.ledger.splice(2, 1);
    expect(told.problems()).toContain('damage');
  });
});
