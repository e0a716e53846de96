import { randomUUID } from 'node:crypto';
import type { ApiError } from '../../../contract/errors.ts';
import type { IssuedTicket } from '../../../contract/operations.ts';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { WaitingRange } from '../../../contract/vocabulary.ts';
import { peopleAhead } from '../../../queue/calling-policy.ts';
import type { IssuedAt, QueueCommand } from '../../../queue/command.ts';
import type { DayState } from '../../../queue/state.ts';
import { type Ticket, ticketCode } from '../../../queue/ticket.ts';
import { sha256 } from '../../auth/secrets.ts';
import { TokenBucket } from '../../auth/token-bucket.ts';
import type { OpenOffice } from '../../open-office.ts';
import type { WaitingRanges } from '../../waiting-ranges.ts';
import {
  type HandlerParts,
  type Handlers,
  known,
  officeOf,
  type RequestContext,
  tokenOf,
} from './context.ts';

/** What is kept of the answer, for a repetition: the way to the phone page is derived each time. */
type KeptTicket = Omit<IssuedTicket, 'phoneUrl'>;

/** Giving numbers, at a kiosk or at the desk. */
export function ticketHandlers(parts: HandlerParts): Pick<Handlers, 'issueTicket' | 'checkIn'> {
  const { store, nowMs, log, phoneUrl } = parts;
  const ticketBucket = new TokenBucket(parts.ticketRate);

  /** A number is given whatever becomes of the estimate. */
  function rangeOf(ranges: WaitingRanges, state: DayState, ticket: Ticket): WaitingRange | null {
    try {
      return ranges.ofNew(state, ticket, nowMs());
    } catch (error) {
      log({ event: 'jobFailed', job: 'estimate', error: String(error) });
      return null;
    }
  }

  /** A number is given whatever becomes of its page. */
  async function phoneUrlOf(office: OpenOffice, ticket: KeptTicket): Promise<string | null> {
    if (phoneUrl === null) return null;
    try {
      const token = await office.phoneTokens.tokenOf(ticket.serviceDay, ticket.ticketId);
      return `${phoneUrl}/t/${token}`;
    } catch (error) {
      log({ event: 'jobFailed', job: 'phonePage', error: String(error) });
      return null;
    }
  }

  async function issue(
    context: RequestContext,
    name: 'issueTicket' | 'checkIn',
    input: { readonly commandId: string },
    makeCommand: (ticketId: string, at: IssuedAt) => QueueCommand,
  ): Promise<Result<IssuedTicket, ApiError>> {
    const caller = known(context);
    const office = officeOf(parts, caller);
    const { service, ranges } = office;
    const token = tokenOf(caller);
    // A ticket that exists is given back at any rate: asking again must not cost its number.
    if (caller.kind === 'device' && (await store.findCommand(input.commandId)) === null) {
      const retryAfterMs = ticketBucket.take(token, nowMs());
      if (retryAfterMs > 0) return err({ code: 'tooManyAttempts', retryAfterMs });
    }
    const ticketId = randomUUID();
    const issued = await service.execute<KeptTicket>({
      commandId: input.commandId,
      fingerprint: sha256(JSON.stringify([name, token, input])),
      command: makeCommand(ticketId, caller.kind === 'device' ? 'kiosk' : 'desk'),
      reply: (state, _events, serviceDay) => {
        const ticket = state.tickets.get(ticketId);
        if (ticket === undefined) throw new Error('The ticket of an event is not in the state');
        return keptTicket(state, ticket, serviceDay, rangeOf(ranges, state, ticket));
      },
    });
    if (!issued.ok) return issued;
    return ok({ ...issued.value, phoneUrl: await phoneUrlOf(office, issued.value) });
  }

  return {
    issueTicket: (input, context) => {
      const { queue, entry, hasPriority } = input;
      return issue(context, 'issueTicket', input, (ticketId, at) => ({
        type: 'issueTicket',
        ticketId,
        queue,
        entry,
        hasPriority,
        at,
      }));
    },
    checkIn: (input, context) => {
      const { code, hasPriority } = input;
      return issue(context, 'checkIn', input, (ticketId, at) => ({
        type: 'checkIn',
        ticketId,
        code,
        hasPriority,
        at,
      }));
    },
  };
}

function keptTicket(
  state: DayState,
  ticket: Ticket,
  serviceDay: string,
  range: WaitingRange | null,
): KeptTicket {
  return {
    ticketId: ticket.ticketId,
    code: ticketCode(ticket),
    queue: ticket.queue,
    entry: ticket.entry,
    serviceDay,
    issuedAtMs: ticket.issuedAtMs,
    peopleAhead: peopleAhead(state, ticket),
    range,
  };
}
