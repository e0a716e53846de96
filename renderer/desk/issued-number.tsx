import { type ReactNode, useEffect, useRef } from 'react';
import type { IssuedTicket } from '../../electron/contract/operations.ts';
import { useText } from '../text/text-context.tsx';
import { Say, spokenAttribute } from '../ui/words.tsx';
import { DeskDialog } from './desk-dialog.tsx';
import { rangePhrase } from './range-words.ts';

export interface IssuedNumberProps {
  readonly ticket: IssuedTicket;
  readonly onClose: () => void;
}

/** A number given at the desk, large enough to be read over the counter. */
export function IssuedNumber({ ticket, onClose }: IssuedNumberProps): ReactNode {
  const texts = useText();
  const number = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone; who does not see the screen hears the number.
  useEffect(() => number.current?.focus(), []);
  return (
    <DeskDialog title={texts.phrase('desk.issue.given')} onClose={onClose} error={null}>
      <p
        className="issued__code code"
        ref={number}
        tabIndex={-1}
        {...spokenAttribute(texts.ticketCode(ticket.code))}
      >
        {ticket.code}
      </p>
      <p className="issued__say">{texts.t('desk.issue.sayIt')}</p>
      <ul className="facts">
        <li>{texts.t('desk.issue.ahead', { count: ticket.peopleAhead, queue: ticket.queue })}</li>
        <li>
          {ticket.range === null ? (
            texts.t('desk.estimate.unknown')
          ) : (
            <Say
              words={texts.phrase('desk.issue.wait', { range: rangePhrase(texts, ticket.range) })}
            />
          )}
        </li>
      </ul>
    </DeskDialog>
  );
}
