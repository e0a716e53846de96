import type { ReactNode } from 'react';
import type { BoardCall } from '../../electron/contract/views.ts';
import { useText } from '../text/text-context.tsx';

/**
 * One call over the whole screen. It is hidden from assistive technology: the live region of the
 * board says the same in one sentence.
 */
export function CallScreen({
  call,
  time,
  demoLabel,
}: {
  readonly call: BoardCall;
  readonly time: string;
  readonly demoLabel: string | null;
}): ReactNode {
  const texts = useText();
  return (
    <div className="call" aria-hidden="true">
      <p className="call__bar">
        <span>{texts.t('board.call.title')}</span>
        {demoLabel === null ? null : <span className="call__demo">{demoLabel}</span>}
        <span className="call__time">{time}</span>
      </p>
      <p className="call__code code">{call.code}</p>
      <p className="call__counter">
        <span className="call__word">{texts.t('board.latest.counter')}</span>
        <span className="call__number code">{call.counter}</span>
      </p>
    </div>
  );
}
