import './desk-dialog.css';
import type { ReactNode } from 'react';
import type { ApiError } from '../../electron/contract/errors.ts';
import type { Phrase } from '../text/phrase.ts';
import { useText } from '../text/text-context.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { errorPhrase } from './error-words.ts';

export interface DeskDialogProps {
  readonly title: Phrase;
  readonly onClose: () => void;
  /** Why the dialog's own command could not be carried out. */
  readonly error: ApiError | null;
  readonly children: ReactNode;
  readonly isWide?: boolean;
}

/** A dialog of the desk, with its problem above its own words. */
export function DeskDialog(props: DeskDialogProps): ReactNode {
  const texts = useText();
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      className={`desk-dialog ${props.isWide === true ? 'desk-dialog--wide' : ''}`}
    >
      {props.error === null ? null : (
        <p className="note note--danger" role="alert">
          {errorPhrase(texts, props.error).text}
        </p>
      )}
      {props.children}
    </Dialog>
  );
}
