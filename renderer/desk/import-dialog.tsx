import { type ReactNode, useId, useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import type { ApiError } from '../../electron/contract/errors.ts';
import { useText } from '../text/text-context.tsx';
import { formatOf, MOST_CHARACTERS } from './appointment-file.ts';
import { BadRows } from './bad-rows.tsx';
import { importAppointments } from './desk-commands.ts';
import { DeskDialog } from './desk-dialog.tsx';
import type { DeskCommands } from './use-desk-commands.ts';

export interface ImportDialogProps {
  /** The office's calendar date: no list of an earlier one is of use. */
  readonly today: string;
  readonly commands: DeskCommands;
  readonly onClose: () => void;
}

type Outcome =
  | { readonly kind: 'loaded'; readonly count: number; readonly day: string }
  | { readonly kind: 'fileNeeded' }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'refused'; readonly error: ApiError };

/** Loads a day's appointments from a file; where rows are bad it lists them, and loads nothing. */
export function ImportDialog({ today, commands, onClose }: ImportDialogProps): ReactNode {
  const texts = useText();
  const dayId = useId();
  const [day, setDay] = useState(today);
  const [file, setFile] = useState<File | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  async function load(): Promise<void> {
    if (file === null) {
      setOutcome({ kind: 'fileNeeded' });
      return;
    }
    const text = await file.text();
    if (text.length > MOST_CHARACTERS) {
      setOutcome({ kind: 'tooLarge' });
      return;
    }
    const answer = await commands.run(
      importAppointments({ serviceDay: day, format: formatOf(file.name), text }),
    );
    if (answer === null) return;
    setOutcome(
      answer.ok
        ? { kind: 'loaded', count: answer.value.imported, day }
        : { kind: 'refused', error: answer.error },
    );
  }

  const error = outcome?.kind === 'refused' ? outcome.error : null;
  return (
    <DeskDialog
      title={texts.phrase('desk.import.title')}
      onClose={onClose}
      error={error}
      submit={{
        words: texts.phrase('desk.import.load'),
        isBusy: commands.isPending,
        onSubmit: () => void load(),
      }}
      isWide={error?.code === 'badAppointmentList'}
    >
      {error?.code === 'badAppointmentList' ? <BadRows rows={error.rows} /> : null}
      {outcome?.kind === 'fileNeeded' || outcome?.kind === 'tooLarge' ? (
        <p className="note note--danger" role="alert">
          {texts.t(
            outcome.kind === 'fileNeeded' ? 'desk.import.fileNeeded' : 'desk.import.tooLarge',
          )}
        </p>
      ) : null}
      {outcome?.kind === 'loaded' ? (
        <p className="note note--success" role="status">
          {texts.t('desk.import.loaded', { count: outcome.count, day: texts.date(outcome.day) })}
        </p>
      ) : null}
      <p>{texts.t('desk.import.line')}</p>
      <p>{texts.t('desk.import.replaces')}</p>
      <div className="field">
        <label className="field__label" htmlFor={dayId}>
          {texts.t('desk.import.day')}
        </label>
        <input
          id={dayId}
          type="date"
          className="field__input field__input--day"
          min={today}
          required
          value={day}
          onChange={(event) => {
            // A date half typed is empty.
            if (event.target.value !== '') setDay(event.target.value);
          }}
        />
      </div>
      <div className="file">
        <FileTrigger
          acceptedFileTypes={['.csv', '.json']}
          onSelect={(files) => {
            setFile(files?.item(0) ?? null);
            setOutcome(null);
          }}
        >
          <Button className="action action--side">{texts.t('desk.import.file')}</Button>
        </FileTrigger>
        <p role="status">
          {file === null
            ? texts.t('desk.import.noFile')
            : texts.t('desk.import.chosen', { name: file.name })}
        </p>
      </div>
    </DeskDialog>
  );
}
