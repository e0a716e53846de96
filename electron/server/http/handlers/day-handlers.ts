import type { ApiError } from '../../../contract/errors.ts';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { QueueCommand } from '../../../queue/command.ts';
import { sha256 } from '../../auth/secrets.ts';
import {
  type HandlerParts,
  type Handlers,
  known,
  officeOf,
  type RequestContext,
  staff,
} from './context.ts';

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

    importAppointments: async () => err({ code: 'notFound' }),

    startPaperRoll: ({ commandId, firstNumber }, context) =>
      forTheOffice(context, commandId, { type: 'startPaperRoll', firstNumber }),

    endPaperRoll: async (_, context) => {
      const ended = await forTheOffice(context, null, { type: 'endPaperRoll' });
      // There is none: that is what was wanted.
      return ended.ok || ended.error.code === 'noPaperRoll' ? ok({}) : ended;
    },
  };
}
