import { isDeepStrictEqual } from 'node:util';
import type { OperationName } from '../../electron/contract/operations.ts';
import type { DayRules } from '../../electron/queue/day-rules.ts';
import type { QueueEvent, RecordedEvent } from '../../electron/queue/event.ts';
import { ticketCode } from '../../electron/queue/ticket.ts';
import { checkLedger } from './check-ledger.ts';
import { acknowledgement, type Command } from './history.ts';
import type { Problem } from './problem.ts';

/** One office's day: what was asked there and answered, and what the ledger has in the end. */
export type OfficeHistory = {
  readonly commands: readonly Command[];
  readonly ledger: readonly RecordedEvent[];
  readonly rules: DayRules;
};

/** The one event that each command leads to; commands about counters alone are not followed. */
const eventTypes: Partial<Record<OperationName, QueueEvent['type']>> = {
  issueTicket: 'ticketIssued',
  callNext: 'ticketCalled',
  callTicket: 'ticketCalled',
  recall: 'ticketRecalled',
  startService: 'serviceStarted',
  closeTicket: 'ticketClosed',
  markNoShow: 'ticketNotShown',
  returnTicket: 'ticketReturned',
  parkTicket: 'ticketParked',
  resumeTicket: 'ticketResumed',
  cancelTicket: 'ticketCancelled',
  transferTicket: 'ticketTransferred',
  continueVisit: 'visitContinued',
  pauseCounter: 'counterPaused',
  resumeCounter: 'counterResumed',
  undo: 'actionUndone',
};

/** Errors that no client may ever see, however bad disk and network are. */
const SURPRISES: ReadonlySet<string> = new Set(['internal', 'badRequest', 'commandIdReused']);

/** Whatever is wrong between what people were told and what the ledger says. */
export function checkHistory({ commands, ledger, rules }: OfficeHistory): Problem[] {
  const events = groupBy(ledger, ({ event }) => eventKey(event));
  return [
    ...checkLedger(ledger, rules),
    ...commands.flatMap(answerProblems),
    ...acknowledgedOnce(commands, events),
    ...issuedAsTold(commands, ledger),
    ...toldInOrder(commands, events),
  ];
}

/** A command that is given again gets the same answer, and never a surprise. */
function answerProblems({ name, commandId, answers }: Command): Problem[] {
  const problems: Problem[] = [];
  const [first] = answers;
  for (const { answer } of answers) {
    const what = `${name} ${commandId} was answered ${JSON.stringify(answer)}`;
    if (!answer.ok && SURPRISES.has(answer.error.code)) problems.push({ kind: 'surprises', what });
    const isAlike = first?.answer.ok !== true || isDeepStrictEqual(answer, first.answer);
    if (!isAlike) {
      problems.push({
        kind: 'contradictions',
        what: `${what} after ${JSON.stringify(first?.answer)}`,
      });
    }
  }
  return problems;
}

/** What an event is recognised by: its kind, its counter and its ticket. */
function eventKey(event: QueueEvent): string {
  const counter = 'counter' in event ? event.counter : '';
  const ticketId = 'ticketId' in event ? event.ticketId : '';
  return key(event.type, counter, event.type === 'actionUndone' ? '' : ticketId);
}

function key(type: string, counter: string | null, ticketId: string): string {
  return `${type} ${counter ?? ''} ${ticketId}`;
}

/** The key of the event that an acknowledged command must have led to; null for other commands. */
function keyOfAcknowledged(command: Command): string | null {
  const type = eventTypes[command.name];
  const acknowledged = acknowledgement(command);
  if (type === undefined || acknowledged === null) return null;
  const ticketId = ticketIn(acknowledged.value) ?? ticketIn(command.input) ?? '';
  return key(type, type === 'ticketIssued' ? '' : command.counter, ticketId);
}

function ticketIn(value: unknown): string | null {
  const isNamed = typeof value === 'object' && value !== null && 'ticketId' in value;
  return isNamed ? String(value.ticketId) : null;
}

/**
 * Each acknowledged command has an event of its own. What is left over is the work of commands
 * without an answer, or of copies that came after a refusal; there are never more of it than those.
 */
function acknowledgedOnce(
  commands: readonly Command[],
  events: ReadonlyMap<string, readonly RecordedEvent[]>,
): Problem[] {
  const problems: Problem[] = [];
  const acknowledged = groupBy(commands, (command) => keyOfAcknowledged(command) ?? '');
  acknowledged.delete('');
  const unexplained = new Map<string, number>();
  for (const [name, found] of events) {
    const extra = found.length - (acknowledged.get(name)?.length ?? 0);
    if (extra > 0) add(unexplained, kindAndCounter(name), extra);
  }
  for (const [name, given] of acknowledged) {
    const missing = given.length - (events.get(name)?.length ?? 0);
    if (missing > 0) {
      problems.push({
        kind: 'lost',
        what: `"${name}" was acknowledged, and ${missing} are missing`,
      });
    }
  }
  const possible = new Map<string, number>();
  for (const command of commands) {
    const type = eventTypes[command.name];
    const isOpen = command.answers.length === 0 || command.mayComeLate;
    if (type === undefined || acknowledgement(command) !== null || !isOpen) continue;
    add(possible, key(type, type === 'ticketIssued' ? '' : command.counter, ''), 1);
  }
  const followed = new Set<string>(Object.values(eventTypes));
  for (const [name, count] of unexplained) {
    const most = possible.get(name) ?? 0;
    if (count <= most || !followed.has(name.split(' ')[0] ?? '')) continue;
    const what = `${count} times "${name}" is in the ledger for ${most} commands without an answer`;
    problems.push({ kind: 'duplicated', what });
  }
  return problems;
}

function kindAndCounter(name: string): string {
  const [type = '', counter = ''] = name.split(' ');
  return key(type, counter, '');
}

function add(counts: Map<string, number>, name: string, count: number): void {
  counts.set(name, (counts.get(name) ?? 0) + count);
}

/** The number on the paper, and the one that was called, are the number in the ledger. */
function issuedAsTold(commands: readonly Command[], ledger: readonly RecordedEvent[]): Problem[] {
  const codes = new Map<string, string>();
  for (const { event } of ledger) {
    if (event.type !== 'ticketIssued') continue;
    const { ticketId, queue: letter, number } = event;
    codes.set(ticketId, ticketCode({ letter, number }));
  }
  return commands.flatMap((command): Problem[] => {
    const value = acknowledgement(command)?.value;
    const told = typeof value === 'object' && value !== null && 'code' in value ? value.code : null;
    const code = codes.get(ticketIn(value) ?? '');
    if (told === null || code === undefined || told === code) return [];
    const what = `${command.name} was answered ${String(told)}; the ledger says ${code}`;
    return [{ kind: 'contradictions', what }];
  });
}

/**
 * Who was answered before another asked stands before that other in the ledger. Only commands whose
 * event is the only one of its kind are looked at: which of several recalls is whose is not known.
 */
function toldInOrder(
  commands: readonly Command[],
  events: ReadonlyMap<string, readonly RecordedEvent[]>,
): Problem[] {
  const placed = commands.flatMap((command) => {
    const [event, ...others] = events.get(keyOfAcknowledged(command) ?? '') ?? [];
    return event === undefined || others.length > 0 ? [] : [{ command, event }];
  });
  placed.sort((a, b) => a.event.sequence - b.event.sequence);
  const problems: Problem[] = [];
  let latest: (typeof placed)[number] | null = null;
  for (const one of placed) {
    const answeredAtMs = acknowledgement(one.command)?.atMs ?? Number.POSITIVE_INFINITY;
    if (latest !== null && answeredAtMs < latest.command.sentAtMs) {
      const what = `event ${one.event.sequence} was acknowledged before ${latest.event.sequence} was asked for`;
      problems.push({ kind: 'orderViolations', what });
    }
    if (latest === null || one.command.sentAtMs > latest.command.sentAtMs) latest = one;
  }
  return problems;
}

function groupBy<T>(values: readonly T[], nameOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const name = nameOf(value);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [value]);
    else group.push(value);
  }
  return groups;
}
