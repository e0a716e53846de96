import { err, ok } from '../../../contract/result.ts';
import { TokenBucket } from '../../auth/token-bucket.ts';
import { type HandlerParts, type Handlers, known, officeOf, staff, tokenOf } from './context.ts';

/** Far more than people press; a stuck or stolen kiosk cannot keep the desks busy. */
const CALL_RATE = { burst: 10, perMinute: 6 };

/** Asking for a person at a kiosk, and saying at the desk that somebody goes. */
export function helpHandlers(parts: HandlerParts): Pick<Handlers, 'callHelp' | 'answerHelpCall'> {
  const bucket = new TokenBucket(CALL_RATE);
  return {
    callHelp: async ({ commandId, place }, context) => {
      const caller = known(context);
      const kiosk = tokenOf(caller);
      const retryAfterMs = bucket.take(kiosk, parts.nowMs());
      if (retryAfterMs > 0) return err({ code: 'tooManyAttempts', retryAfterMs });
      return ok(await officeOf(parts, caller).helpCalls.add(commandId, kiosk, place));
    },

    answerHelpCall: async ({ callId }, context) => {
      await officeOf(parts, staff(context)).helpCalls.answer(callId);
      return ok({});
    },
  };
}
