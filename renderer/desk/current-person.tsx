import type { ReactNode } from 'react';
import type { CounterTicket, DeskCounter } from '../../electron/contract/views.ts';
import { useText } from '../text/text-context.tsx';
import type { Translator } from '../text/translator.ts';
import { Say, spokenAttribute, type Words } from '../ui/words.tsx';
import { PAUSE_TEXTS } from './pause-reasons.ts';
import { calledBecausePhrase } from './reason-words.ts';
import { minutesSince } from './workplace-model.ts';

export interface CurrentPersonProps {
  readonly counter: DeskCounter;
  readonly nowMs: number;
}

/** Who is at the counter: the number, why it was called, and what has happened since. */
export function CurrentPerson({ counter, nowMs }: CurrentPersonProps): ReactNode {
  const texts = useText();
  const { ticket } = counter;
  return (
    <>
      <div className="panel__head">
        <h1 className="panel__title" id="current-title">
          {texts.t('desk.current.title')}
        </h1>
        {ticket === null ? null : (
          <p className={`tag tag--${ticket.status}`}>{texts.t(`desk.current.${ticket.status}`)}</p>
        )}
      </div>
      <div className="current__person">
        {ticket === null ? (
          <p className="current__nobody">{nobodyWords(counter, texts)}</p>
        ) : (
          <>
            <p className="current__code code" {...spokenAttribute(texts.ticketCode(ticket.code))}>
              {ticket.code}
            </p>
            <p className="current__reason">{calledBecausePhrase(texts, ticket).text}</p>
            <ul className="facts">
              {factsOf(ticket, nowMs, texts).map((fact) => (
                <li key={fact.text}>
                  <Say words={fact} />
                </li>
              ))}
            </ul>
            {counter.pauseReason === null ? null : (
              <p className="current__pause">
                {texts.t('desk.counter.pausedAfter', {
                  reason: texts.t(PAUSE_TEXTS[counter.pauseReason]),
                })}
              </p>
            )}
          </>
        )}
      </div>
    </>
  );
}

function nobodyWords(counter: DeskCounter, texts: Translator): string {
  const { pauseReason, sinceMs } = counter;
  if (pauseReason === null || sinceMs === null) return texts.t('desk.current.nobody');
  return texts.t('desk.counter.pausedHere', {
    time: texts.time(sinceMs),
    reason: texts.t(PAUSE_TEXTS[pauseReason]),
  });
}

function factsOf(ticket: CounterTicket, nowMs: number, texts: Translator): Words[] {
  const priority = ticket.hasPriority ? [texts.phrase('desk.waiting.priority')] : [];
  // When and how somebody with a number of the paper roll came was not seen.
  const isOfRoll = ticket.reason.code === 'paperRoll';
  const entry = isOfRoll ? [] : [texts.phrase(`desk.waiting.${ticket.entry}`)];
  if (ticket.startedAtMs !== null) {
    return [
      texts.phrase('desk.current.servingSince', { count: minutesSince(ticket.startedAtMs, nowMs) }),
      ...entry,
      ...priority,
    ];
  }
  // Waiting ends with the first call; a recall does not make it longer, but the view tells only
  // of the last one, so it is shown for the first call alone.
  const waited =
    ticket.callCount === 1 && !isOfRoll
      ? [
          texts.phrase('desk.current.waited', {
            count: minutesSince(ticket.reason.sinceMs, ticket.lastCalledAtMs),
          }),
        ]
      : [];
  return [
    ...waited,
    texts.phrase('desk.current.calls', { count: ticket.callCount }),
    texts.phrase('desk.current.lastCall', { time: texts.time(ticket.lastCalledAtMs) }),
    ...entry,
    ...priority,
  ];
}
