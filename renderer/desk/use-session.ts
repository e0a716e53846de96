import { useCallback, useEffect, useState } from 'react';
import type { Session } from '../../electron/contract/operations.ts';
import { useClient } from '../client/client-context.ts';

/** Who is at this desk, as far as the page knows. */
export type SessionState =
  | { readonly kind: 'asking' }
  /** The session ended without the person ending it. */
  | { readonly kind: 'signedOut'; readonly hasExpired: boolean }
  | { readonly kind: 'signedIn'; readonly session: Session };

/** A server that does not answer is asked again this often. */
const ASK_AGAIN_MS = 2_000;

export interface DeskSession {
  readonly state: SessionState;
  signedIn(session: Session): void;
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
          hasExpired:
            before.kind === 'signedIn' || (before.kind === 'signedOut' && before.hasExpired),
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

  return {
    state,
    signedIn: useCallback((session) => setState({ kind: 'signedIn', session }), []),
    signedOut: useCallback(() => setState({ kind: 'signedOut', hasExpired: false }), []),
    check: useCallback(() => setChecks((count) => count + 1), []),
  };
}
