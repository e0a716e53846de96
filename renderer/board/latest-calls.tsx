import type { ReactNode } from 'react';
import type { BoardCall } from '../../electron/contract/views.ts';
import { useText } from '../text/text-context.tsx';

export interface LatestCallsProps {
  /** Newest first. */
  readonly calls: readonly BoardCall[];
  /** How many fit below, or beside, the latest. */
  readonly rows: number;
  /** False until the first word of the feed: then nothing is known, which is not "nobody". */
  readonly hasHeard: boolean;
}

/** The latest call, large, and the ones before it. */
export function LatestCalls({ calls, rows, hasHeard }: LatestCallsProps): ReactNode {
  const texts = useText();
  const [latest, ...before] = calls;
  if (latest === undefined) {
    return (
      <main className="latest latest--none">
        <h1 className="visually-hidden">{texts.t('board.latest.title')}</h1>
        {hasHeard ? <p>{texts.t('board.latest.none')}</p> : null}
      </main>
    );
  }
  return (
    <main className={before.length === 0 ? 'latest latest--one' : 'latest'}>
      <section className="latest__first" aria-labelledby="latest-title">
        <h1 className="latest__title" id="latest-title">
          {texts.t('board.latest.first')}
        </h1>
        <p className="latest__code code">{latest.code}</p>
        <p className="latest__counter">
          <span className="latest__word">{texts.t('board.latest.counter')}</span>
          <span className="latest__number code">{latest.counter}</span>
        </p>
      </section>
      {before.length === 0 ? null : (
        <div className="latest__list">
          <table className="list">
            <caption className="visually-hidden">{texts.t('board.latest.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{texts.t('board.latest.number')}</th>
                <th scope="col" className="list__counter">
                  {texts.t('board.latest.counter')}
                </th>
              </tr>
            </thead>
            <tbody>
              {before.slice(0, rows).map((call) => (
                <tr key={call.code}>
                  <th scope="row" className="code">
                    {call.code}
                  </th>
                  <td className="list__counter code">{call.counter}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </main>
  );
}
