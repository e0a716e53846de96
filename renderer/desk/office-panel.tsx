import type { ReactNode } from 'react';
import type { DeskCounter, DeskView } from '../../electron/contract/views.ts';
import { useText } from '../text/text-context.tsx';

/** The other counters, and the day in three numbers. */
export function OfficePanel({
  view,
  counter,
}: {
  readonly view: DeskView;
  readonly counter: DeskCounter;
}): ReactNode {
  const texts = useText();
  const others = view.counters.filter((other) => other.counter !== counter.counter);

  function doing(other: DeskCounter): string {
    if (!other.isOpen) return texts.t('desk.others.closed');
    if (other.ticket === null) return texts.t('desk.others.free');
    const key = other.ticket.status === 'called' ? 'desk.others.called' : 'desk.others.serving';
    return texts.t(key, { code: other.ticket.code });
  }

  return (
    <div className="office">
      <section className="panel" aria-labelledby="others-title">
        <div className="panel__head">
          <h2 className="panel__title" id="others-title">
            {texts.t('desk.others.title')}
          </h2>
        </div>
        <dl className="others">
          {others.map((other) => (
            <div key={other.counter} className={other.isOpen ? 'other' : 'other is-closed'}>
              <dt className="other__number">
                <span className="visually-hidden">
                  {texts.t('desk.counter.current', { counter: other.counter })}
                </span>
                <span className="code" aria-hidden="true">
                  {other.counter}
                </span>
              </dt>
              <dd>{doing(other)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="panel" aria-labelledby="totals-title">
        <div className="panel__head">
          <h2 className="panel__title" id="totals-title">
            {texts.t('desk.totals.title')}
          </h2>
        </div>
        <ul className="totals">
          <li>{texts.t('desk.totals.issued', { count: view.totals.issued })}</li>
          <li>{texts.t('desk.totals.closed', { count: view.totals.closed })}</li>
          <li>{texts.t('desk.totals.noShows', { count: view.totals.noShows })}</li>
        </ul>
      </section>
    </div>
  );
}
