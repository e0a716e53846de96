import { type ReactNode, useEffect, useState } from 'react';
import type { Session } from '../../electron/contract/operations.ts';
import { useClient } from '../client/client-context.ts';
import { useCommand } from '../client/use-command.ts';
import { useFeed } from '../client/use-feed.ts';
import { useText } from '../text/text-context.tsx';
import { ChooseCounter } from './choose-counter.tsx';
import { ConnectionNote } from './connection-note.tsx';
import { errorPhrase } from './error-words.ts';
import { HelpCallNotes } from './help-call-notes.tsx';
import { showTheme, storedTheme, storeTheme, type Theme } from './preferences.ts';
import { SignIn } from './sign-in.tsx';
import { TopBar, type TopBarProps } from './top-bar.tsx';
import { TroubleNotes } from './trouble-notes.tsx';
import { useOffice } from './use-office.ts';
import { useSession } from './use-session.ts';
import { Workplace } from './workplace.tsx';
import { counterOf } from './workplace-model.ts';

/** The desk: sign in, choose a counter, work. */
export function DeskApp({
  languages,
  notice,
}: Pick<TopBarProps, 'languages' | 'notice'>): ReactNode {
  const texts = useText();
  const { state, signedIn, signedInAgain, signedOut, check } = useSession();
  const [theme, setTheme] = useState<Theme>(() => storedTheme(window.localStorage));
  useEffect(() => showTheme(window, theme), [theme]);
  useEffect(() => {
    document.title = texts.t('desk.window.title');
  }, [texts]);

  const look = {
    languages,
    notice,
    theme,
    onTheme: (chosen: Theme) => {
      storeTheme(window.localStorage, chosen);
      setTheme(chosen);
    },
  };

  if (state.kind === 'signedIn') {
    return (
      <SignedIn
        session={state.session}
        look={look}
        onSession={signedIn}
        onSignedOut={signedOut}
        onDoubt={check}
      />
    );
  }
  return (
    <div className="desk">
      <TopBar
        office={null}
        session={null}
        canRelease={false}
        onRelease={() => undefined}
        onSignOut={() => undefined}
        {...look}
      />
      {state.kind === 'asking' ? (
        <main className="asking">
          <p role="status">{texts.t('desk.connection.loading')}</p>
        </main>
      ) : (
        <SignIn hasExpired={state.expired !== null} onSignedIn={signedInAgain} />
      )}
    </div>
  );
}

interface SignedInProps {
  readonly session: Session;
  readonly look: Pick<TopBarProps, 'languages' | 'notice' | 'theme' | 'onTheme'>;
  readonly onSession: (session: Session) => void;
  readonly onSignedOut: () => void;
  readonly onDoubt: () => void;
}

function SignedIn(props: SignedInProps): ReactNode {
  const { session, onDoubt } = props;
  const client = useClient();
  const texts = useText();
  const leaving = useCommand();
  const office = useOffice();
  const { view, isConnected } = useFeed('desk');

  // A feed that ends may have been refused: then the session is gone, and this says so.
  const wasConnected = view !== null;
  useEffect(() => {
    if (wasConnected && !isConnected) onDoubt();
  }, [wasConnected, isConnected, onDoubt]);

  const counter =
    session.counter === null || view === null ? null : counterOf(view, session.counter);

  async function release(): Promise<void> {
    const answer = await leaving.run('releaseCounter', () => client.call('releaseCounter', {}));
    if (answer?.ok === true) props.onSession(answer.value);
    else if (answer !== null) onDoubt();
  }

  async function signOut(): Promise<void> {
    const answer = await leaving.run('signOut', () => client.call('signOut', {}));
    if (answer?.ok === true) props.onSignedOut();
    else if (answer !== null) onDoubt();
  }

  const problem = leaving.error === null ? null : errorPhrase(texts, leaving.error);
  return (
    <div className="desk">
      <TopBar
        office={office}
        session={session}
        canRelease={counter?.ticket === null || counter === null}
        onRelease={() => void release()}
        onSignOut={() => void signOut()}
        {...props.look}
      />
      <ConnectionNote isConnected={isConnected} />
      <HelpCallNotes calls={view?.helpCalls ?? []} />
      <TroubleNotes troubles={view?.troubles ?? []} />
      {problem === null ? null : (
        <p className="note note--danger note--bar" role="alert">
          {problem.text}
        </p>
      )}
      {session.counter === null ? (
        <ChooseCounter
          view={view}
          office={office}
          onChosen={props.onSession}
          onSessionEnded={onDoubt}
        />
      ) : view === null || counter === null ? (
        <main className="asking">
          <p role="status">{texts.t('desk.connection.loading')}</p>
        </main>
      ) : (
        <Workplace
          view={view}
          counter={counter}
          office={office}
          canImport={session.account.role !== 'operator'}
          onSessionDoubt={onDoubt}
        />
      )}
    </div>
  );
}
