import type { ReactNode } from 'react';
import { useText } from '../text/text-context.tsx';
import { Icon } from '../ui/icon.tsx';
import { useListNow } from './list-now.ts';
import type { WaitingRow } from './workplace-model.ts';

const ORIGINS = {
  returned: 'desk.waiting.returned',
  resumed: 'desk.waiting.resumed',
  transferred: 'desk.waiting.transferred',
  continued: 'desk.waiting.continued',
} as const;

/** What sets a waiting person apart: next, priority, appointment, where they were before. */
export function WaitingMarks({ row }: { readonly row: WaitingRow }): ReactNode {
  const texts = useText();
  const nowMs = useListNow();
  const { ticket, isNext } = row;
  const isGuarded = ticket.notBeforeMs !== null && ticket.notBeforeMs > nowMs;
  return (
    <span className="marks">
      {isNext ? <span className="tag tag--next">{texts.t('desk.waiting.next')}</span> : null}
      {ticket.hasPriority ? (
        <span className="tag tag--priority">{texts.t('desk.waiting.priority')}</span>
      ) : null}
      {ticket.entry === 'appointment' ? (
        <span className="mark">
          <Icon name="calendar" />
          {ticket.bookedAtMs === null
            ? texts.t('desk.waiting.appointment')
            : texts.t('desk.waiting.appointmentAt', { time: texts.time(ticket.bookedAtMs) })}
        </span>
      ) : null}
      {ticket.reservedFor === null ? null : (
        <span>{texts.t('desk.waiting.reservedFor', { counter: ticket.reservedFor })}</span>
      )}
      {ticket.origin === 'arrived' ? null : (
        <span className="quiet">{texts.t(ORIGINS[ticket.origin])}</span>
      )}
      {isGuarded && ticket.notBeforeMs !== null ? (
        <span className="quiet">
          {texts.t('desk.waiting.notBefore', { time: texts.time(ticket.notBeforeMs) })}
        </span>
      ) : null}
    </span>
  );
}
