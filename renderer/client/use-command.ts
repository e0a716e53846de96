import { useRef, useState } from 'react';
import type { ApiError } from '../../electron/contract/errors.ts';
import type { Result } from '../../electron/contract/result.ts';
import { CommandIds } from './command-ids.ts';
import { browserCommandTools, runIntention } from './command-runner.ts';

export interface Command {
  /** True from the touch to the answer; show it, and disable what starts a command. */
  readonly isPending: boolean;
  /** What the last command was answered, when it could not be done. */
  readonly error: ApiError | null;
  /**
   * Runs one intention, with a command id of its own that every retry shares. While one is under
   * way a second call does nothing and answers null: that is what a double tap comes to. After
   * `unavailable`, running the same `intention` again sends the same command id again, until the
   * error is cleared.
   */
  run<T>(
    intention: string,
    send: (commandId: string) => Promise<Result<T, ApiError>>,
  ): Promise<Result<T, ApiError> | null>;
  /** The person has seen it, and turns to something else. */
  clearError(): void;
}

/** Runs a screen's commands one at a time. */
export function useCommand(): Command {
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  // A ref beside the state: two taps in one frame both see the old state.
  const isRunning = useRef(false);
  const [ids] = useState(() => new CommandIds(browserCommandTools.newCommandId));

  return {
    isPending,
    error,
    clearError: () => {
      ids.forget();
      setError(null);
    },
    run: async (intention, send) => {
      if (isRunning.current) return null;
      isRunning.current = true;
      setPending(true);
      setError(null);
      const commandId = ids.idOf(intention);
      try {
        const answer = await runIntention(browserCommandTools, send, commandId);
        ids.answered(intention, commandId, answer);
        if (!answer.ok) setError(answer.error);
        return answer;
      } finally {
        isRunning.current = false;
        setPending(false);
      }
    },
  };
}
