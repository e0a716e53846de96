import type { ApiError } from '../../contract/errors.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Appointment } from '../../queue/appointments/appointment.ts';
import { appointmentsOf } from '../../queue/appointments/appointment-list.ts';
import type { QueueLetter } from '../../queue/ticket.ts';
import { csvRows } from './csv-rows.ts';
import { jsonRows } from './json-rows.ts';

export type AppointmentFile = {
  readonly format: 'csv' | 'json';
  readonly text: string;
  /** The day of all its appointments. */
  readonly serviceDay: string;
};

/** The appointments of a file, or every row that is bad: then none of it may be imported. */
export function readAppointmentList(
  { format, text, serviceDay }: AppointmentFile,
  queues: readonly QueueLetter[],
): Result<readonly Omit<Appointment, 'ticketId'>[], ApiError> {
  const read = format === 'csv' ? csvRows(text) : jsonRows(text);
  const { appointments, problems } = appointmentsOf(serviceDay, queues, read.rows);
  const rows = [...read.problems, ...problems].sort((a, b) => a.line - b.line);
  return rows.length > 0 ? err({ code: 'badAppointmentList', rows }) : ok(appointments);
}
