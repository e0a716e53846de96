import './help-call-notes.css';
import type { ReactNode } from 'react';
import type { HelpCall } from '../../electron/contract/views.ts';
import { useClient } from '../client/client-context.ts';
import { useCommand } from '../client/use-command.ts';
import { useText } from '../text/text-context.tsx';
import { Icon } from '../ui/icon.tsx';
import { Say } from '../ui/words.tsx';
import { ActionButton } from './action-button.tsx';
import { errorPhrase } from './error-words.ts';
import { helpCallPhrase } from './help-call-words.ts';

/**
 * Somebody at the kiosk asks for a person: a quiet line on every desk, until one says that they go.
 * The region is always there, so that a voice says what appears in it.
 */
export function HelpCallNotes({ calls }: { readonly calls: readonly HelpCall[] }): ReactNode {
  const client = useClient();
  const texts = useText();
  const { run, isPending, error } = useCommand();
  return (
    <div className="help-calls" role="status">
      {calls.map(({ callId, ...call }) => (
        <div className="note note--warning help-calls__one" key={callId}>
          <Icon name="person" />
          <Say words={helpCallPhrase(texts, call)} />
          <ActionButton
            variant="side"
            words={texts.phrase('desk.help.answer')}
            isBusy={isPending}
            onPress={() =>
              void run(`answerHelpCall ${callId}`, () => client.call('answerHelpCall', { callId }))
            }
          />
        </div>
      ))}
      {error === null || calls.length === 0 ? null : (
        <p className="note note--danger">{errorPhrase(texts, error).text}</p>
      )}
    </div>
  );
}
