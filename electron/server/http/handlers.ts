import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { ApiError } from '../../contract/errors.ts';
import type {
  OperationName,
  OperationOutput,
  operations,
  Session,
} from '../../contract/operations.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { peopleAhead } from '../../queue/calling-policy.ts';
import type { QueueCommand } from '../../queue/command.ts';
import type { DayState } from '../../queue/state.ts';
import { type Ticket, ticketCode } from '../../queue/ticket.ts';
import type { Access, Caller } from '../auth/access.ts';
import { sha256 } from '../auth/secrets.ts';
import { type BucketRate, TokenBucket } from '../auth/token-bucket.ts';
import type { Counters } from '../counters.ts';
import type { FeedHub } from '../feed/feed-hub.ts';
import type { Log } from '../log.ts';
import type { OfficeSetup } from '../office.ts';
import type { QueueService } from '../queue-service.ts';
import type { Store } from '../store/store.ts';

/** Of one request: who asks, from where, and how to hand out or take back the session cookie. */
export type RequestContext = {
  /** Null only in operations that are public. */
  readonly caller: Caller | null;
  readonly address: string;
  readonly setSessionToken: (token: string | null) => void;
};

type ParsedInput<N extends OperationName> = z.output<(typeof operations)[N]['input']>;

/** One function for each row of the table of operations. */
export type Handlers = {
  readonly [N in OperationName]: (
    input: ParsedInput<N>,
    context: RequestContext,
  ) => Promise<Result<OperationOutput<N>, ApiError>>;
};

export type HandlerParts = {
  readonly store: Store;
  readonly access: Access;
  readonly service: QueueService;
  readonly counters: Counters;
  readonly hub: FeedHub;
  readonly office: OfficeSetup;
  readonly ticketRate: BucketRate;
  readonly version: string;
  readonly nowMs: () => number;
  readonly log: Log;
};

/** How old the word on whether the database can be written may be. */
const HEALTH_CACHE_MS = 1_000;

type StaffCaller = Extract<Caller, { kind: 'staff' }>;

function staff({ caller }: RequestContext): StaffCaller {
  // The access check let nobody else in.
  if (caller?.kind !== 'staff') throw new Error('A staff operation without a session');
  return caller;
}

function device({ caller }: RequestContext): Extract<Caller, { kind: 'device' }> {
  if (caller?.kind !== 'device') throw new Error('A device operation without a device');
  return caller;
}

function ticketIn(state: DayState, ticketId: string): Ticket {
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) throw new Error('The ticket of an event is not in the state');
  return ticket;
}

export function createHandlers(parts: HandlerParts): Handlers {
  const { store, access, service, counters, hub, office, nowMs, log } = parts;
  const ticketBucket = new TokenBucket(parts.ticketRate);
  let lastProbe: { readonly atMs: number; readonly answer: Promise<boolean> } | null = null;

  /** Asked by anybody, so the database is written at most once a second for it. */
  function isWritable(): Promise<boolean> {
    const atMs = nowMs();
    if (lastProbe === null || Math.abs(atMs - lastProbe.atMs) >= HEALTH_CACHE_MS) {
      lastProbe = { atMs, answer: store.canWrite() };
    }
    return lastProbe.answer;
  }

  function describeSession(
    { account, displayName, role }: StaffCaller['account'],
    counter: string | null,
  ): Session {
    return { account: { account, displayName, role }, counter };
  }

  async function sessionNow(caller: StaffCaller): Promise<Session> {
    const session = await store.findSession(caller.session.tokenSha256);
    return describeSession(caller.account, session?.counter ?? null);
  }

  /** Carries out a command at the counter that the caller's session holds by then. */
  function atOwnCounter<Reply>(
    context: RequestContext,
    name: OperationName,
    input: { readonly commandId: string },
    makeCommand: (counter: string) => QueueCommand,
    reply: (state: DayState, counter: string) => Reply,
  ): Promise<Result<Reply, ApiError>> {
    const { tokenSha256 } = staff(context).session;
    return service.inLine(async () => {
      const counter = (await store.findSession(tokenSha256))?.counter ?? null;
      if (counter === null) return err({ code: 'noCounter' });
      return service.executeInLine({
        commandId: input.commandId,
        fingerprint: sha256(JSON.stringify([name, counter, input])),
        command: makeCommand(counter),
        reply: (state) => reply(state, counter),
      });
    });
  }

  function ticketCommand(type: 'recall' | 'startService' | 'closeTicket' | 'markNoShow') {
    return (
      input: { readonly commandId: string; readonly ticketId: string },
      context: RequestContext,
    ) =>
      atOwnCounter(
        context,
        type,
        input,
        (counter) => ({ type, counter, ticketId: input.ticketId }),
        () => ({}),
      );
  }

  return {
    health: async () =>
      (await isWritable())
        ? ok({ status: 'ok', version: parts.version })
        : err({ code: 'unavailable' }),

    signIn: async ({ account, password }, context) => {
      const { address } = context;
      const signedIn = await access.signIn(account, password, address);
      if (!signedIn.ok) {
        const { code } = signedIn.error;
        if (code === 'wrongCredentials' || code === 'tooManyAttempts') {
          log({ event: 'signInRefused', reason: code, address });
        }
        return signedIn;
      }
      log({ event: 'signedIn', account: signedIn.value.account.account, address });
      context.setSessionToken(signedIn.value.token);
      return ok(describeSession(signedIn.value.account, null));
    },

    currentSession: async (_, context) => ok(await sessionNow(staff(context))),

    signOut: async (_, context) => {
      const { session, account } = staff(context);
      await counters.leave(session.tokenSha256);
      hub.endOf(session.tokenSha256);
      context.setSessionToken(null);
      log({ event: 'signedOut', account: account.account });
      return ok({});
    },

    describeOffice: async () => ok(office.description),

    issueTicket: async (input, context) => {
      const { commandId, queue, entry, hasPriority } = input;
      const { tokenSha256 } = device(context);
      // A ticket that exists is given back at any rate: asking again must not cost its number.
      if ((await store.findCommand(commandId)) === null) {
        const retryAfterMs = ticketBucket.take(tokenSha256, nowMs());
        if (retryAfterMs > 0) return err({ code: 'tooManyAttempts', retryAfterMs });
      }
      const ticketId = randomUUID();
      return service.execute({
        commandId,
        fingerprint: sha256(JSON.stringify(['issueTicket', tokenSha256, input])),
        command: { type: 'issueTicket', ticketId, queue, entry, hasPriority },
        reply: (state, _events, serviceDay) => {
          const ticket = ticketIn(state, ticketId);
          return {
            ticketId,
            code: ticketCode(ticket),
            queue,
            entry,
            serviceDay,
            issuedAtMs: ticket.issuedAtMs,
            peopleAhead: peopleAhead(state, ticket),
          };
        },
      });
    },

    takeCounter: async ({ commandId, counter }, context) => {
      const caller = staff(context);
      const taken = await counters.take(caller.session.tokenSha256, counter, commandId);
      return taken.ok ? ok(await sessionNow(caller)) : taken;
    },

    releaseCounter: async (_, context) => {
      const caller = staff(context);
      const released = await counters.release(caller.session.tokenSha256);
      return released.ok ? ok(await sessionNow(caller)) : released;
    },

    callNext: (input, context) =>
      atOwnCounter(
        context,
        'callNext',
        input,
        (counter) => ({ type: 'callNext', counter }),
        (state, counter) => {
          const ticketId = state.counters.get(counter)?.ticketId ?? '';
          return { ticketId, code: ticketCode(ticketIn(state, ticketId)) };
        },
      ),

    recall: ticketCommand('recall'),
    startService: ticketCommand('startService'),
    closeTicket: ticketCommand('closeTicket'),
    markNoShow: ticketCommand('markNoShow'),
  };
}
