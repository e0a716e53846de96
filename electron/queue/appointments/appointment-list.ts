import { isSkipped, momentOf } from '../calendar/service-day.ts';
import type { QueueLetter } from '../ticket.ts';
import { type Appointment, appointmentCode } from './appointment.ts';
import type { RowProblem } from './row-problem.ts';

export interface BadRow {
  /** 1-based, of the file. */
  readonly line: number;
  readonly problem: RowProblem;
  /** What is written there; of an unknown column its name alone. */
  readonly value: string;
}

/** The columns of a list. There is none for a name, and any other column is refused. */
export type Column = 'code' | 'time' | 'queue';

/** One row as it is written. */
export interface ListRow {
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
}

/** As lists are headed, in English and Italian. */
const columnNames: ReadonlyMap<string, Column> = new Map([
  ['code', 'code'],
  ['codice', 'code'],
  ['time', 'time'],
  ['ora', 'time'],
  ['queue', 'queue'],
  ['coda', 'queue'],
]);

/** The same letters and digits as the kiosk takes; a "code" without a digit may be a name. */
const CODE = /^(?=.*[0-9])[0-9A-Za-z][0-9A-Za-z .-]{0,30}[0-9A-Za-z]$/;

/**
 * A fiscal code, also where letters stand for its digits (D.M. 23 December 1976, art. 6): a column
 * called "codice" invites one, and none may be stored (DESIGN §7.6).
 */
const FISCAL_CODE = /^[A-Z]{6}[\dL-NP-V]{2}[A-EHLMPRST][\dL-NP-V]{2}[A-Z][\dL-NP-V]{3}[A-Z]$/;

/** Hours and minutes, as people and spreadsheets write them. */
const TIME = /^([01]?\d|2[0-3])[:.]([0-5]\d)(?:[:.]00)?$/;

/**
 * Which column each heading is; what is wrong with the headings.
 *
 * @param line where the headings are.
 */
export function columnsOf(
  headings: readonly string[],
  line: number,
): { readonly columns: readonly (Column | null)[]; readonly problems: readonly BadRow[] } {
  const columns = headings.map((name) => columnNames.get(name.trim().toLowerCase()) ?? null);
  const problems: BadRow[] = [];
  columns.forEach((column, index) => {
    const isUsed = column !== null && columns.indexOf(column) === index;
    if (!isUsed) problems.push({ line, problem: 'unknownColumn', value: headings[index] ?? '' });
  });
  for (const column of ['code', 'time', 'queue'] as const) {
    if (!columns.includes(column)) problems.push({ line, problem: 'missingColumn', value: column });
  }
  return { columns, problems };
}

/** The appointments of a service day, or everything that is wrong with the rows. */
export function appointmentsOf(
  serviceDay: string,
  queues: readonly QueueLetter[],
  rows: readonly ListRow[],
): {
  readonly appointments: readonly Omit<Appointment, 'ticketId'>[];
  readonly problems: readonly BadRow[];
} {
  const codes = new Set<string>();
  // Many are booked for the same few times.
  const moments = new Map<string, number | null>();
  const problems: BadRow[] = [];
  const appointments = rows.map(({ line, cells }) => {
    const report = (problem: BadRow['problem'], value: string) =>
      problems.push({ line, problem, value });
    const code = appointmentCode(cells.code);
    if (!CODE.test(cells.code.trim()) || FISCAL_CODE.test(code)) report('badCode', cells.code);
    else if (codes.has(code)) report('codeTwice', cells.code);
    codes.add(code);
    const time = cells.time.trim();
    const known = moments.get(time);
    const bookedAtMs = known === undefined ? bookedAt(serviceDay, time) : known;
    moments.set(time, bookedAtMs);
    if (bookedAtMs === null) report('badTime', cells.time);
    const queue = cells.queue.trim().toUpperCase();
    if (!queues.includes(queue)) report('unknownQueue', cells.queue);
    return { code, bookedAtMs: bookedAtMs ?? 0, queue };
  });
  return { appointments: problems.length > 0 ? [] : appointments, problems };
}

/** Null where nothing is booked: what is not a time, or one that the clocks skip that day. */
function bookedAt(serviceDay: string, written: string): number | null {
  const [, hours = '', minutes = ''] = TIME.exec(written) ?? [];
  if (hours === '') return null;
  const time = `${hours.padStart(2, '0')}:${minutes}`;
  return isSkipped(serviceDay, time) ? null : momentOf(serviceDay, time);
}
