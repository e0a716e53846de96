import { type ReactNode, useId, useState } from 'react';
import type { IssuedTicket, Office } from '../../electron/contract/operations.ts';
import type { DeskView } from '../../electron/contract/views.ts';
import { useText } from '../text/text-context.tsx';
import { issueTicket } from './desk-commands.ts';
import { DeskDialog } from './desk-dialog.tsx';
import { IssuedNumber } from './issued-number.tsx';
import { offeringsLine } from './offerings-line.ts';
import { rangePhrase } from './range-words.ts';
import type { DeskCommands } from './use-desk-commands.ts';

export interface IssueDialogProps {
  readonly office: Office;
  readonly view: DeskView;
  readonly commands: DeskCommands;
  readonly onClose: () => void;
}

const ENTRIES = ['walkIn', 'appointment'] as const;

/** Gives a number to somebody who cannot use the screen at the entrance. */
export function IssueDialog({ office, view, commands, onClose }: IssueDialogProps): ReactNode {
  const texts = useText();
  const name = useId();
  const [queue, setQueue] = useState(office.queues[0]?.letter ?? '');
  const [entry, setEntry] = useState<(typeof ENTRIES)[number]>('walkIn');
  const [hasPriority, setPriority] = useState(false);
  const [issued, setIssued] = useState<IssuedTicket | null>(null);

  async function give(): Promise<void> {
    const answer = await commands.run(issueTicket({ queue, entry, hasPriority }));
    if (answer?.ok === true) setIssued(answer.value);
  }

  if (issued !== null) return <IssuedNumber ticket={issued} onClose={onClose} />;
  return (
    <DeskDialog
      title={texts.phrase('desk.issue.title')}
      onClose={onClose}
      error={commands.error}
      submit={{
        words: texts.phrase('desk.issue.give'),
        isBusy: commands.isPending,
        onSubmit: () => void give(),
      }}
    >
      <p>{texts.t('desk.issue.line')}</p>
      <fieldset className="choices">
        <legend className="choices__title">{texts.t('desk.issue.queue')}</legend>
        {office.queues.map(({ letter }) => (
          <label key={letter} className="choices__one">
            <input
              type="radio"
              className="tick"
              name={`${name}-queue`}
              checked={queue === letter}
              onChange={() => setQueue(letter)}
            />
            <span className="choices__words">
              {texts.t('desk.queues.queue', { queue: letter })}
              <span className="choices__line">{offeringsLine(texts, office, letter)}</span>
            </span>
            <span className="choices__fact">
              {
                rangePhrase(
                  texts,
                  view.queues.find((figures) => figures.letter === letter)?.range ?? null,
                ).text
              }
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset className="choices choices--row">
        <legend className="choices__title">{texts.t('desk.issue.entry')}</legend>
        {ENTRIES.map((one) => (
          <label key={one} className="choices__one">
            <input
              type="radio"
              className="tick"
              name={`${name}-entry`}
              checked={entry === one}
              onChange={() => setEntry(one)}
            />
            {texts.t(`desk.waiting.${one}`)}
          </label>
        ))}
      </fieldset>
      <label className="choices__one">
        <input
          type="checkbox"
          className="tick"
          checked={hasPriority}
          onChange={() => setPriority(!hasPriority)}
        />
        <span className="choices__words">
          {texts.t('desk.issue.priority')}
          <span className="choices__line">{texts.t('desk.issue.priorityLine')}</span>
        </span>
      </label>
    </DeskDialog>
  );
}
