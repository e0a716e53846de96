import { useCallback, useEffect, useState } from 'react';
import type { Session } from '../../electron/contract/operations.ts';
import { useClient } from '../client/client-context.ts';
import { browserCommandTools } from '../client/command-runner.ts';

/** Who is at this desk, as far as the page knows. */
export type SessionState =
  | { readonly kind: 'asking' }
  | {
      readonly kind: 'signedOut';
      /** What was cut off, where the session ended without the person ending it. */
      readonly expired: Session | null;
    }
  | { readonly kind: 'signedIn'; readonly session: Session };

/** The counter where the same person goes on after signing in again; null where there is none. */
export function counterToReturnTo(expired: Session | null, session: Session): string | null {
  const isSamePerson = expired?.account.account === session.account.account;
  return isSamePerson && session.counter === null ? expired.counter : null;
}

/** A server that does not answer is asked again this often. */
const ASK_AGAIN_MS = 2_000;

export interface DeskSession {
  readonly state: SessionState;
  signedIn(session: Session): void;
  /** After the password: back to the counter that an expired session had left open. */
  signedInAgain(session: Session): Promise<void>;
  signedOut(): void;
  /** Asks the server whether the session is still there: after a cut, or a refused command. */
  check(): void;
}

/** Follows the staff session of this browser. */
export function useSession(): DeskSession {
  const client = useClient();
  const [state, setState] = useState<SessionState>({ kind: 'asking' });
  const [checks, setChecks] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `checks` asks for one more check.
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      const answer = await client.call('currentSession', {});
      if (isOver) return;
      if (answer.ok) {
        setState({ kind: 'signedIn', session: answer.value });
      } else if (answer.error.code === 'unauthenticated' || answer.error.code === 'forbidden') {
        setState((before) => ({
          kind: 'signedOut',
          expired:
            before.kind === 'signedIn'
              ? before.session
              : before.kind === 'signedOut'
                ? before.expired
                : null,
        }));
      } else {
        timer = setTimeout(() => void ask(), ASK_AGAIN_MS);
      }
    };
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [client, checks]);

  async function signedInAgain(session: Session): Promise<void> {
    const expired = state.kind === 'signedOut' ? state.expired : null;
    const counter = counterToReturnTo(expired, session);
    const commandId = browserCommandTools.newCommandId();
    const taken =
      counter === null ? null : await client.call('takeCounter', { commandId, counter });
    setState({ kind: 'signedIn', session: taken?.ok === true ? taken.value : session });
  }

  return {
    state,
    signedInAgain,
    signedIn: useCallback((session) => setState({ kind: 'signedIn', session }), []),
    signedOut: useCallback(() => setState({ kind: 'signedOut', expired: null }), []),
    check: useCallback(() => setChecks((count) => count + 1), []),
  };
}
