import type { z } from 'zod';
import type { ApiError } from '../../../contract/errors.ts';
import type { OperationName, OperationOutput, operations } from '../../../contract/operations.ts';
import type { Result } from '../../../contract/result.ts';
import type { Access, Caller } from '../../auth/access.ts';
import type { BucketRate } from '../../auth/token-bucket.ts';
import type { Log } from '../../log.ts';
import type { OpenOffice } from '../../open-office.ts';
import type { Store } from '../../store/store.ts';

/** Of one request: who asks, from where, and how to hand out or take back the session cookie. */
export type RequestContext = {
  /** Null only in operations that are public. */
  readonly caller: Caller | null;
  readonly address: string;
  readonly setSessionToken: (token: string | null) => void;
};

export type ParsedInput<N extends OperationName> = z.output<(typeof operations)[N]['input']>;

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
  /** By id; at least one. The first is the one that is meant where none is named. */
  readonly offices: ReadonlyMap<string, OpenOffice>;
  readonly ticketRate: BucketRate;
  /** What comes before `/t/` in the address of a phone page; null where there are none. */
  readonly phoneUrl: string | null;
  readonly version: string;
  readonly nowMs: () => number;
  readonly log: Log;
};

export type StaffCaller = Extract<Caller, { kind: 'staff' }>;

export function staff({ caller }: RequestContext): StaffCaller {
  // The access check let nobody else in.
  if (caller?.kind !== 'staff') throw new Error('A staff operation without a session');
  return caller;
}

/** Who asks, where the operation is not public. */
export function known({ caller }: RequestContext): Caller {
  if (caller === null) throw new Error('An operation for known callers without one');
  return caller;
}

/** What names the caller, beside its commands. */
export function tokenOf(caller: Caller): string {
  return caller.kind === 'staff' ? caller.session.tokenSha256 : caller.tokenSha256;
}

/** The office of whoever asks. */
export function officeOf({ offices }: HandlerParts, { officeId }: Caller): OpenOffice {
  const office = offices.get(officeId);
  // Nobody of another office is recognised.
  if (office === undefined) throw new Error('A caller of an office that is not served here');
  return office;
}
