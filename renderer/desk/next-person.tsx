import type { ReactNode } from 'react';
import type { DeskCounter, DeskView } from '../../electron/contract/views.ts';
import { useText } from '../text/text-context.tsx';
import type { Translator } from '../text/translator.ts';
import { Say, spokenAttribute } from '../ui/words.tsx';
import { reasonPhrase } from './reason-words.ts';
import { nextTicket } from './workplace-model.ts';

export interface NextPersonProps {
  readonly view: DeskView;
  readonly counter: DeskCounter;
  readonly nowMs: number;
}

/** Whom "call next" would call, and why. */
export function NextPerson({ view, counter, nowMs }: NextPersonProps): ReactNode {
  const texts = useText();
  const { next } = counter;
  const ticket = nextTicket(view, counter);
  return (
    <section className="panel next" aria-labelledby="next-title">
      <div className="panel__head">
        <h2 className="panel__title" id="next-title">
          {texts.t('desk.next.title')}
        </h2>
      </div>
      {next === null ? (
        <p className="panel__empty">{nobodyWords(counter, texts)}</p>
      ) : (
        <div className="next__person">
          {ticket === null ? null : (
            <p className="next__code code" {...spokenAttribute(texts.ticketCode(ticket.code))}>
              {ticket.code}
            </p>
          )}
          <div>
            <p className="next__reason">
              <Say words={reasonPhrase(texts, next.reason, nowMs)} />
            </p>
            {ticket === null ? null : (
              <p className="quiet">{texts.t(`desk.waiting.${ticket.entry}`)}</p>
            )}
          </div>
        </div>
      )}
    </section>
  );
}

function nobodyWords({ status, nextFromMs }: DeskCounter, texts: Translator): string {
  if (status === 'paused') return texts.t('desk.next.paused');
  return nextFromMs === null
    ? texts.t('desk.next.none')
    : texts.t('desk.next.fromTime', { time: texts.time(nextFromMs) });
}
