import type { ReactNode } from 'react';
import type { DeskCounter } from '../../electron/contract/views.ts';
import { useText } from '../text/text-context.tsx';
import { ActionButton } from './action-button.tsx';
import { callTicket } from './desk-commands.ts';
import { PAUSE_TEXTS } from './pause-reasons.ts';
import { ticketActions } from './ticket-actions.ts';
import type { MenuWorld } from './ticket-menu.ts';

/** What the other counters do; a number left where nobody sits any more can be called from here. */
export function OtherCounters({ world }: { readonly world: MenuWorld }): ReactNode {
  const texts = useText();
  const { view, counter, send } = world;
  const others = view.counters.filter((other) => other.counter !== counter.counter);

  function doing({ status, ticket, pauseReason }: DeskCounter): string {
    if (status === 'closed') return texts.t('desk.others.closed');
    if (status === 'abandoned') return texts.t('desk.others.left', { code: ticket?.code ?? '' });
    if (ticket !== null) {
      const key = ticket.status === 'called' ? 'desk.others.called' : 'desk.others.serving';
      return texts.t(key, { code: ticket.code });
    }
    return pauseReason === null
      ? texts.t('desk.others.free')
      : texts.t('desk.others.paused', { reason: texts.t(PAUSE_TEXTS[pauseReason]) });
  }

  return (
    <section className="panel" aria-labelledby="others-title">
      <div className="panel__head">
        <h2 className="panel__title" id="others-title">
          {texts.t('desk.others.title')}
        </h2>
      </div>
      <dl className="others">
        {others.map((other) => {
          const { ticket } = other;
          const isLeft = other.status === 'abandoned' && ticket !== null;
          return (
            <div
              key={other.counter}
              className={`other ${other.status === 'closed' ? 'is-closed' : ''}`}
            >
              <dt className="other__number">
                <span className="visually-hidden">
                  {texts.t('desk.counter.current', { counter: other.counter })}
                </span>
                <span className="letter code" aria-hidden="true">
                  {other.counter}
                </span>
              </dt>
              <dd>
                {doing(other)}
                {isLeft && ticketActions('left', counter).includes('call') ? (
                  <ActionButton
                    variant="plain"
                    words={texts.phrase('desk.others.takeOver', { code: ticket.code })}
                    onPress={() => send(callTicket(ticket, counter.counter))}
                  />
                ) : null}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
