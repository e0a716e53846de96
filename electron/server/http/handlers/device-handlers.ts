import { err, ok } from '../../../contract/result.ts';
import { TokenBucket } from '../../auth/token-bucket.ts';
import { type HandlerParts, type Handlers, known, officeOf } from './context.ts';

/** Far more than a device has to say; a stuck or stolen one cannot keep the desks busy. */
const REPORT_RATE = { burst: 20, perMinute: 20 };

/** What devices say of themselves. */
export function deviceHandlers(parts: HandlerParts): Pick<Handlers, 'reportDevice'> {
  const bucket = new TokenBucket(REPORT_RATE);
  return {
    reportDevice: async (report, context) => {
      const caller = known(context);
      // The access check let nobody else in.
      if (caller.kind !== 'device') throw new Error('A report of something that is no device');
      const { tokenSha256, role } = caller;
      const retryAfterMs = bucket.take(tokenSha256, parts.nowMs());
      if (retryAfterMs > 0) return err({ code: 'tooManyAttempts', retryAfterMs });
      await officeOf(parts, caller).troubles.report(tokenSha256, role, report);
      return ok({});
    },
  };
}
