import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Session } from '../../electron/contract/operations.ts';
import { useClient } from '../client/client-context.ts';
import { officeOfPage } from '../client/office-of-page.ts';
import { useCommand } from '../client/use-command.ts';
import { useText } from '../text/text-context.tsx';
import { errorPhrase } from './error-words.ts';

export interface SignInProps {
  readonly hasExpired: boolean;
  readonly onSignedIn: (session: Session) => Promise<void>;
}

/** The first screen: account and password, in fields that a password manager fills. */
export function SignIn({ hasExpired, onSignedIn }: SignInProps): ReactNode {
  const client = useClient();
  const texts = useText();
  const command = useCommand();
  const [isShown, setShown] = useState(false);
  const accountField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);

  useEffect(() => accountField.current?.focus(), []);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const account = accountField.current?.value.trim() ?? '';
    const password = passwordField.current?.value ?? '';
    const missing = account === '' ? accountField : password === '' ? passwordField : null;
    if (missing !== null) {
      missing.current?.focus();
      return;
    }
    const office = officeOfPage(window);
    const who = { account, password, ...(office === null ? {} : { office }) };
    const answer = await command.run('signIn', () => client.call('signIn', who));
    if (answer === null) return;
    if (answer.ok) {
      await onSignedIn(answer.value);
      return;
    }
    if (answer.error.code === 'wrongCredentials') passwordField.current?.select();
  }

  const problem = command.error === null ? null : errorPhrase(texts, command.error);
  return (
    <main className="sign-in">
      <form className="sign-in__form" onSubmit={(event) => void submit(event)} noValidate>
        <h1 className="sign-in__title">{texts.t('desk.signIn.title')}</h1>
        {hasExpired && problem === null ? (
          <p className="note note--warning" role="status">
            {texts.t('desk.signIn.expired')}
          </p>
        ) : null}
        {problem === null ? null : (
          <p className="note note--danger" role="alert" id="sign-in-problem">
            {problem.text}
          </p>
        )}
        <label className="field">
          <span className="field__label">{texts.t('desk.signIn.account')}</span>
          <input
            ref={accountField}
            className="field__input"
            name="account"
            type="text"
            autoComplete="username"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            required
            maxLength={64}
            aria-describedby={problem === null ? undefined : 'sign-in-problem'}
          />
        </label>
        <div className="field">
          <label className="field__label" htmlFor="password">
            {texts.t('desk.signIn.password')}
          </label>
          <span className="field__group">
            <input
              ref={passwordField}
              id="password"
              className="field__input"
              name="password"
              type={isShown ? 'text' : 'password'}
              autoComplete="current-password"
              autoCapitalize="none"
              autoCorrect="off"
              spellCheck={false}
              required
              maxLength={256}
              aria-describedby={problem === null ? undefined : 'sign-in-problem'}
            />
            <button
              type="button"
              className="action action--plain"
              aria-controls="password"
              onClick={() => setShown(!isShown)}
            >
              {texts.t(isShown ? 'desk.signIn.hidePassword' : 'desk.signIn.showPassword')}
            </button>
          </span>
        </div>
        <button
          type="submit"
          className="action action--main"
          aria-disabled={command.isPending}
          data-busy={command.isPending || undefined}
        >
          {texts.t(command.isPending ? 'desk.signIn.working' : 'desk.signIn.submit')}
        </button>
      </form>
    </main>
  );
}
