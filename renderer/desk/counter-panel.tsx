import { type ReactNode, useState } from 'react';
import type { ApiError } from '../../electron/contract/errors.ts';
import type { CounterTicket, DeskCounter, DeskView } from '../../electron/contract/views.ts';
import { useText } from '../text/text-context.tsx';
import type { Translator } from '../text/translator.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { DrawingName } from '../ui/icon.tsx';
import { Say, type Words } from '../ui/words.tsx';
import { ActionButton } from './action-button.tsx';
import { useActionKeys } from './use-action-keys.ts';
import {
  actionsNow,
  type DeskAction,
  errorPhrase,
  minutesSince,
  nextTicket,
  OTHER_KEYS,
  PRIMARY_KEY,
} from './workplace-model.ts';

const ACTION_ICONS: Readonly<Partial<Record<DeskAction, DrawingName>>> = {
  call: 'bell',
  recall: 'bell',
  start: 'person',
  close: 'check',
};

export interface CounterPanelProps {
  readonly view: DeskView;
  readonly counter: DeskCounter;
  readonly nowMs: number;
  /** A command is under way, or has just ended. */
  readonly isBusy: boolean;
  readonly error: ApiError | null;
  /** What was done last, said once and quietly. */
  readonly done: Words | null;
  readonly onAction: (action: DeskAction) => void;
}

/** The person at the counter, the next one and why, and what to do now. */
export function CounterPanel(props: CounterPanelProps): ReactNode {
  const { view, counter, nowMs, isBusy } = props;
  const texts = useText();
  const [isAskingNoShow, setAskingNoShow] = useState(false);
  const actions = actionsNow(counter);
  const next = nextTicket(view, counter);
  const ticket = counter.ticket;

  function act(action: DeskAction): void {
    if (isBusy || isAskingNoShow) return;
    if (action === actions.primary && !actions.isPrimaryPossible) return;
    if (action === 'noShow') setAskingNoShow(true);
    else props.onAction(action);
  }
  useActionKeys(actions, act);

  function wordsOf(action: DeskAction): Words {
    switch (action) {
      case 'open':
        return texts.phrase('desk.counter.choose', { counter: counter.counter });
      case 'call':
        return texts.phrase('desk.next.call');
      case 'start':
        return texts.phrase('desk.current.start');
      case 'close':
        return texts.phrase('desk.current.close');
      case 'recall':
        return texts.phrase('desk.current.recall');
      case 'noShow':
        return texts.phrase('desk.current.noShow');
    }
  }

  const primaryIcon = ACTION_ICONS[actions.primary];
  const problem = props.error === null ? null : errorPhrase(texts, props.error);
  return (
    <div className="counter">
      <section
        className={`panel current ${ticket === null ? 'current--empty' : `current--${ticket.status}`}`}
        aria-labelledby="current-title"
      >
        <div className="panel__head">
          <h1 className="panel__title" id="current-title">
            {texts.t('desk.current.title')}
          </h1>
          {ticket === null ? null : (
            <p className={`tag tag--${ticket.status}`}>
              {texts.t(`desk.current.${ticket.status}`)}
            </p>
          )}
        </div>
        <div className="current__person">
          {ticket === null ? (
            <p className="current__nobody">{texts.t('desk.current.nobody')}</p>
          ) : (
            <>
              <p className="current__code code">{ticket.code}</p>
              <ul className="facts">
                {factsOf(ticket, nowMs, texts).map((fact) => (
                  <li key={fact.text}>
                    <Say words={fact} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
        <div className="current__actions">
          <ActionButton
            variant="main"
            words={wordsOf(actions.primary)}
            {...(primaryIcon === undefined ? {} : { icon: primaryIcon })}
            shortcut={PRIMARY_KEY}
            isDisabled={!actions.isPrimaryPossible}
            isBusy={isBusy}
            onPress={() => act(actions.primary)}
          />
          {actions.others.length === 0 ? null : (
            <div className="current__others">
              {actions.others.map((action) => (
                <ActionButton
                  key={action}
                  variant="side"
                  words={wordsOf(action)}
                  {...(OTHER_KEYS[action] === undefined ? {} : { shortcut: OTHER_KEYS[action] })}
                  isBusy={isBusy}
                  onPress={() => act(action)}
                />
              ))}
            </div>
          )}
        </div>
        <div className="current__outcome">
          {problem === null ? null : (
            <p className="note note--danger" role="alert">
              {problem.text}
            </p>
          )}
          <p className="done" role="status">
            {problem === null ? props.done?.text : null}
          </p>
        </div>
      </section>

      <section className="panel next" aria-labelledby="next-title">
        <div className="panel__head">
          <h2 className="panel__title" id="next-title">
            {texts.t('desk.next.title')}
          </h2>
        </div>
        {counter.next === null || next === null ? (
          <p className="panel__empty">{texts.t('desk.next.none')}</p>
        ) : (
          <div className="next__person">
            <p className="next__code code">{next.code}</p>
            <div>
              <p className="next__reason">
                {texts.t(
                  counter.next.reason.code === 'priority'
                    ? 'desk.next.reasonPriority'
                    : 'desk.next.reasonLongestWaiting',
                  {
                    count: minutesSince(counter.next.reason.sinceMs, nowMs),
                  },
                )}
              </p>
              <p className="quiet">{texts.t(`desk.waiting.${next.entry}`)}</p>
            </div>
          </div>
        )}
      </section>

      {isAskingNoShow && ticket?.status === 'called' ? (
        <Dialog
          role="alertdialog"
          title={texts.phrase('desk.current.noShowTitle', { code: ticket.code })}
          onClose={() => setAskingNoShow(false)}
        >
          <p>{texts.t('desk.current.noShowLine')}</p>
          <div className="dialog__choices">
            <Button
              autoFocus
              words={texts.phrase('desk.current.noShowCancel')}
              onPress={() => setAskingNoShow(false)}
            />
            <Button
              variant="primary"
              words={texts.phrase('desk.current.noShowConfirm')}
              onPress={() => {
                setAskingNoShow(false);
                props.onAction('noShow');
              }}
            />
          </div>
        </Dialog>
      ) : null}
    </div>
  );
}

function factsOf(ticket: CounterTicket, nowMs: number, texts: Translator): Words[] {
  const entry = texts.phrase(`desk.waiting.${ticket.entry}`);
  const priority = ticket.hasPriority ? [texts.phrase('desk.waiting.priority')] : [];
  if (ticket.startedAtMs !== null) {
    return [
      texts.phrase('desk.current.servingSince', { count: minutesSince(ticket.startedAtMs, nowMs) }),
      entry,
      ...priority,
    ];
  }
  // Waiting ends with the first call; a recall does not make it longer, but the view tells only
  // of the last one, so it is shown for the first call alone.
  const waited =
    ticket.callCount === 1
      ? [
          texts.phrase('desk.current.waited', {
            count: minutesSince(ticket.issuedAtMs, ticket.lastCalledAtMs),
          }),
        ]
      : [];
  return [
    ...waited,
    texts.phrase('desk.current.calls', { count: ticket.callCount }),
    texts.phrase('desk.current.lastCall', { time: texts.time(ticket.lastCalledAtMs) }),
    entry,
    ...priority,
  ];
}
