import type { ReactNode } from 'react';
import type { DeskView } from '../../electron/contract/views.ts';
import { useText } from '../text/text-context.tsx';
import { Say } from '../ui/words.tsx';
import { rangePhrase } from './range-words.ts';

/** Each queue: how many wait, and how long somebody who comes now may wait. */
export function QueueFigures({ view }: { readonly view: DeskView }): ReactNode {
  const texts = useText();
  return (
    <section className="panel" aria-labelledby="queues-title">
      <div className="panel__head">
        <h2 className="panel__title" id="queues-title">
          {texts.t('desk.queues.figures')}
        </h2>
      </div>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{texts.t('desk.waiting.queue')}</th>
            <th scope="col">{texts.t('desk.waiting.title')}</th>
            <th scope="col">{texts.t('desk.figures.newcomer')}</th>
          </tr>
        </thead>
        <tbody>
          {view.queues.map((queue) => (
            <tr key={queue.letter}>
              <th scope="row">
                <span className="letter code">{queue.letter}</span>
              </th>
              <td>{queue.waiting}</td>
              <td>
                <Say words={rangePhrase(texts, queue.range)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
