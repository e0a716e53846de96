import type { ApiError } from '../../../contract/errors.ts';
import type { OperationName } from '../../../contract/operations.ts';
import { err, type Result } from '../../../contract/result.ts';
import type { QueueCommand } from '../../../queue/command.ts';
import type { DayState } from '../../../queue/state.ts';
import { sha256 } from '../../auth/secrets.ts';
import { type HandlerParts, officeOf, type RequestContext, staff } from './context.ts';

/** A command of a person at a counter. */
export type AtCounter<Reply> = {
  readonly name: OperationName;
  readonly input: { readonly commandId: string };
  readonly command: (counter: string) => QueueCommand;
  /** The answer, from the day as it is after the command. */
  readonly reply: (state: DayState, counter: string) => Reply;
};

/** Carries out a command at the counter that the caller's session holds by then. */
export function atOwnCounter<Reply>(
  parts: HandlerParts,
  context: RequestContext,
  { name, input, command, reply }: AtCounter<Reply>,
): Promise<Result<Reply, ApiError>> {
  const caller = staff(context);
  const { service } = officeOf(parts, caller);
  return service.inLine(async () => {
    const session = await parts.store.findSession(caller.session.tokenSha256);
    const counter = session?.counter ?? null;
    if (counter === null) return err({ code: 'noCounter' });
    return service.executeInLine({
      commandId: input.commandId,
      fingerprint: sha256(JSON.stringify([name, caller.officeId, counter, input])),
      command: command(counter),
      reply: (state) => reply(state, counter),
    });
  });
}
