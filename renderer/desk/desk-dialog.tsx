import './desk-dialog.css';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import type { ApiError } from '../../electron/contract/errors.ts';
import type { Phrase } from '../text/phrase.ts';
import { useText } from '../text/text-context.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ActionButton } from './action-button.tsx';
import { errorPhrase } from './error-words.ts';

export interface DeskDialogProps {
  readonly title: Phrase;
  readonly onClose: () => void;
  /** Why the dialog's own command could not be carried out. */
  readonly error: ApiError | null;
  /** What the dialog is for; without it there is only something to read. */
  readonly submit?: {
    readonly words: Phrase;
    readonly isBusy: boolean;
    readonly onSubmit: () => void;
  };
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** A dialog of the desk: its problem, its fields, and its buttons; Enter in a field sends it. */
export function DeskDialog(props: DeskDialogProps): ReactNode {
  const { submit, error } = props;
  const texts = useText();
  const form = useRef<HTMLFormElement>(null);

  // The keyboard starts where there is something to choose or to write.
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>(
      'input:checked, input:not([type="radio"], [type="file"])',
    );
    first?.focus();
  }, []);

  function send(event: FormEvent): void {
    event.preventDefault();
    if (submit?.isBusy === false) submit.onSubmit();
  }

  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      className={`desk-dialog ${props.isWide === true ? 'desk-dialog--wide' : ''}`}
    >
      <form className="desk-dialog__form" ref={form} onSubmit={send} noValidate>
        {error === null ? null : (
          <p className="note note--danger" role="alert">
            {errorPhrase(texts, error).text}
          </p>
        )}
        {props.children}
        <div className="dialog__choices">
          <ActionButton
            variant={submit === undefined ? 'strong' : 'side'}
            words={texts.phrase('desk.dialog.close')}
            onPress={props.onClose}
          />
          {submit === undefined ? null : (
            <ActionButton isSubmit variant="strong" words={submit.words} isBusy={submit.isBusy} />
          )}
        </div>
      </form>
    </Dialog>
  );
}
