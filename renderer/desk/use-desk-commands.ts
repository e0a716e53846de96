import { useEffect, useState } from 'react';
import type { ApiError } from '../../electron/contract/errors.ts';
import type { OperationOutput } from '../../electron/contract/operations.ts';
import type { Result } from '../../electron/contract/result.ts';
import { useClient } from '../client/client-context.ts';
import { useCommand } from '../client/use-command.ts';
import type { Phrase } from '../text/phrase.ts';
import { useText } from '../text/text-context.tsx';
import { type CommandName, type DeskCommand, intentionOf, sendCommand } from './desk-command.ts';

/**
 * After a command the main button turns into the next one. For this long it takes no press: the
 * second half of a double click, or of a key struck twice, must not start what comes after.
 */
const SETTLE_MS = 700;

/** Carries out what the person at the desk asks for, one thing at a time. */
export interface DeskCommands {
  /** A command is under way. */
  readonly isPending: boolean;
  /** A command is under way, or has just ended: no button that stays in its place takes a press. */
  readonly isBusy: boolean;
  /** Why the last command could not be carried out. */
  readonly error: ApiError | null;
  /** What was done last. */
  readonly done: Phrase | null;
  /** @returns null where another command is under way. */
  run<N extends CommandName>(
    command: DeskCommand<N>,
  ): Promise<Result<OperationOutput<N>, ApiError> | null>;
  clearError(): void;
}

/**
 * @param onSessionDoubt hears when the server says that this browser no longer holds the session
 *   or the counter.
 */
export function useDeskCommands(onSessionDoubt: () => void): DeskCommands {
  const client = useClient();
  const texts = useText();
  const command = useCommand();
  const [isSettling, setSettling] = useState(false);
  const [done, setDone] = useState<Phrase | null>(null);

  useEffect(() => {
    if (!isSettling || command.isPending) return undefined;
    const timer = setTimeout(() => setSettling(false), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [isSettling, command.isPending]);

  return {
    isPending: command.isPending,
    isBusy: isSettling,
    error: command.error,
    done,
    clearError: command.clearError,
    run: async (wanted) => {
      setDone(null);
      // With the command, not after it: between its end and the next picture a press would count.
      setSettling(true);
      const answer = await command.run(intentionOf(wanted), (commandId) =>
        sendCommand(client, wanted, commandId),
      );
      if (answer === null) return null;
      if (answer.ok) setDone(wanted.done(texts, answer.value));
      else if (answer.error.code === 'unauthenticated' || answer.error.code === 'noCounter') {
        onSessionDoubt();
      }
      return answer;
    },
  };
}
