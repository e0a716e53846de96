import type { Appointment } from '../appointments/appointment.ts';
import type { QueueEvent, RecordedEvent } from '../event.ts';
import type { DayState } from '../state.ts';
import { newTicket } from './new-ticket.ts';
import { addTicket } from './tickets.ts';

/** A ticket is given; with a booking, its appointment is ticked off. */
export function issue(
  state: DayState,
  recorded: RecordedEvent,
  event: Extract<QueueEvent, { type: 'ticketIssued' }>,
): DayState {
  const { ticketId, queue, number, entry, hasPriority, booking } = event;
  const issued = addTicket(state, {
    ...newTicket(recorded, ticketId, queue, number),
    entry,
    hasPriority,
    booking: booking ?? null,
  });
  const appointment = booking === undefined ? undefined : state.appointments.get(booking.code);
  return {
    ...issued,
    issuedByQueue: new Map(state.issuedByQueue).set(queue, number),
    appointments:
      appointment === undefined
        ? state.appointments
        : state.appointments.with(appointment.code, { ...appointment, ticketId }),
  };
}

/** The new list counts, but who has checked in stays checked in. */
export function importAppointments(
  state: DayState,
  { appointments }: Extract<QueueEvent, { type: 'appointmentsImported' }>,
): DayState {
  let list = state.appointments;
  for (const appointment of state.appointments.values()) {
    if (appointment.ticketId === null) list = list.without(appointment.code);
  }
  for (const { code, bookedAtMs, queue } of appointments) {
    const ticketId = list.get(code)?.ticketId ?? null;
    const appointment: Appointment = { code, bookedAtMs, queue, ticketId };
    list = list.with(code, appointment);
  }
  return { ...state, appointments: list };
}
