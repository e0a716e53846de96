import type { ApiError } from '../../../contract/errors.ts';
import { err, ok, type Result } from '../../../contract/result.ts';
import { addDays } from '../../../queue/calendar/service-day.ts';
import type { QueueCommand } from '../../../queue/command.ts';
import { readAppointmentList } from '../../appointments/read-list.ts';
import { sha256 } from '../../auth/secrets.ts';
import {
  type HandlerParts,
  type Handlers,
  known,
  officeOf,
  type RequestContext,
  staff,
} from './context.ts';

/** A list for a mistyped year would lie there until that year, seen by nobody. */
const DAYS_AHEAD = 366;

/** What concerns the office's whole day. */
export function dayHandlers(
  parts: HandlerParts,
): Pick<Handlers, 'describeOffice' | 'importAppointments' | 'startPaperRoll' | 'endPaperRoll'> {
  function forTheOffice(
    context: RequestContext,
    commandId: string | null,
    command: QueueCommand,
  ): Promise<Result<Record<string, never>, ApiError>> {
    const { officeId } = staff(context);
    const { service } = officeOf(parts, staff(context));
    const fingerprint = sha256(JSON.stringify([officeId, command]));
    return service.execute({ commandId, fingerprint, command, reply: () => ({}) });
  }

  return {
    describeOffice: async (_, context) => ok(officeOf(parts, known(context)).setup.description),

    importAppointments: async (input, context) => {
      const { commandId, serviceDay } = input;
      const caller = staff(context);
      const { service, setup } = officeOf(parts, caller);
      if (serviceDay > addDays(service.day.serviceDay, DAYS_AHEAD)) {
        const message = `a day within ${DAYS_AHEAD} days is expected`;
        return err({ code: 'badRequest', problems: [{ path: 'serviceDay', message }] });
      }
      const queues = setup.description.queues.map(({ letter }) => letter);
      const list = readAppointmentList(input, queues);
      if (!list.ok) return list;
      const appointments = list.value;
      return service.executeOn(serviceDay, {
        commandId,
        fingerprint: sha256(JSON.stringify(['importAppointments', caller.officeId, input])),
        command: { type: 'importAppointments', appointments },
        reply: () => ({ imported: appointments.length }),
      });
    },

    startPaperRoll: ({ commandId, firstNumber }, context) =>
      forTheOffice(context, commandId, { type: 'startPaperRoll', firstNumber }),

    endPaperRoll: async (_, context) => {
      const ended = await forTheOffice(context, null, { type: 'endPaperRoll' });
      // There is none: that is what was wanted.
      return ended.ok || ended.error.code === 'noPaperRoll' ? ok({}) : ended;
    },
  };
}
