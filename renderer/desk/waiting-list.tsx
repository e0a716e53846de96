import type { ReactNode } from 'react';
import type { DeskCounter, DeskView } from '../../electron/contract/views.ts';
import { useText } from '../text/text-context.tsx';
import { Icon } from '../ui/icon.tsx';
import { Say } from '../ui/words.tsx';
import { minutesSince, waitingRows } from './workplace-model.ts';

export interface WaitingListProps {
  readonly view: DeskView;
  readonly counter: DeskCounter;
  readonly nowMs: number;
}

/** Everybody who waits, in calling order; those whom this counter does not call are quieter. */
export function WaitingList({ view, counter, nowMs }: WaitingListProps): ReactNode {
  const texts = useText();
  const rows = waitingRows(view, counter);
  return (
    <div className="panel waiting">
      <div className="panel__head">
        <h2 className="panel__title" id="waiting-title">
          {texts.t('desk.waiting.title')}
        </h2>
        <p className="panel__fact">{texts.t('desk.waiting.count', { count: rows.length })}</p>
      </div>
      {rows.length === 0 ? (
        <p className="panel__empty">{texts.t('desk.waiting.nobody')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the keyboard.
        <section className="waiting__scroll" tabIndex={0} aria-labelledby="waiting-title">
          <table className="waiting__table">
            <thead>
              <tr>
                <th scope="col">{texts.t('desk.waiting.number')}</th>
                <th scope="col">{texts.t('desk.waiting.queue')}</th>
                <th scope="col" className="waiting__time">
                  {texts.t('desk.waiting.since')}
                </th>
                <th scope="col">{texts.t('desk.waiting.entry')}</th>
                <th scope="col">
                  <span className="visually-hidden">{texts.t('desk.waiting.priority')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ ticket, isNext, isOurs }) => {
                const minutes = minutesSince(ticket.issuedAtMs, nowMs);
                return (
                  <tr
                    key={ticket.ticketId}
                    className={isNext ? 'is-next' : isOurs ? undefined : 'is-elsewhere'}
                  >
                    <th scope="row" className="code">
                      {ticket.code}
                    </th>
                    <td>{ticket.queue}</td>
                    <td className="waiting__time">
                      <Say
                        words={
                          minutes === 0
                            ? texts.phrase('desk.waiting.lessThanAMinute')
                            : texts.phrase('desk.waiting.minutes', { count: minutes })
                        }
                      />
                    </td>
                    <td>
                      {ticket.entry === 'appointment' ? (
                        <span className="mark">
                          <Icon name="calendar" />
                          {texts.t('desk.waiting.appointment')}
                        </span>
                      ) : (
                        <span className="quiet">{texts.t('desk.waiting.walkIn')}</span>
                      )}
                    </td>
                    <td className="waiting__marks">
                      {ticket.hasPriority ? (
                        <span className="tag tag--priority">
                          {texts.t('desk.waiting.priority')}
                        </span>
                      ) : null}
                      {isNext ? (
                        <span className="tag tag--next">{texts.t('desk.waiting.next')}</span>
                      ) : null}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}
