import './number.css';
import type { ReactNode } from 'react';
import { inLanguage } from '../../../electron/contract/phone.ts';
import { Button } from '../../ui/button.tsx';
import { type DrawingName, Icon } from '../../ui/icon.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { Say } from '../../ui/words.tsx';
import type { NumberState, Paper } from '../journey/journey.ts';
import { useKiosk } from '../kiosk-context.ts';
import { UNMENTIONED } from '../voice/personal.ts';
import { Preparing, Refused, ServerGone } from './no-number.tsx';
import { Page } from './page.tsx';

/** The number, or what keeps it from coming. */
export function NumberScreen(): ReactNode {
  const { journey } = useKiosk();
  const { number } = journey;
  switch (number.status) {
    case 'given':
      return <Ticket number={number} />;
    case 'refused':
      return <Refused reason={number.reason} />;
    case 'retrying':
    case 'sending':
      return number.after === 'unavailable' ? <ServerGone /> : <Preparing />;
    case 'none':
      return <Preparing />;
  }
}

/** What the kiosk says about the paper. */
function paperText(paper: Paper): { key: string; icon: DrawingName; isTrouble: boolean } {
  if (paper.status === 'printing') {
    return { key: 'kiosk.ticket.printing', icon: 'printer', isTrouble: false };
  }
  switch (paper.outcome) {
    case 'printed':
      return { key: 'kiosk.ticket.printed', icon: 'printer', isTrouble: false };
    case 'sentUnconfirmed':
      return { key: 'kiosk.ticket.printedUnsure', icon: 'printer', isTrouble: false };
    case 'shownOnly':
      return { key: 'kiosk.ticket.shownOnly', icon: 'ticket', isTrouble: false };
    case 'notPrinted':
      return paper.printer === 'paperOut'
        ? { key: 'kiosk.ticket.noPaper', icon: 'warning', isTrouble: true }
        : { key: 'kiosk.ticket.notPrinted', icon: 'warning', isTrouble: true };
  }
}

function Ticket({ number }: { number: Extract<NumberState, { status: 'given' }> }): ReactNode {
  const { texts, rules, journey, act } = useKiosk();
  const { ticket, paper, secondsLeft } = number;
  const code = texts.ticketCode(ticket.code);
  const { key, icon, isTrouble } = paperText(paper);
  const share = secondsLeft / rules.returnAfterTicketSeconds;
  const returning = texts.phrase('kiosk.ticket.returning', { count: secondsLeft });
  return (
    <Page
      layout="ticket"
      title={texts.phrase('kiosk.ticket.title')}
      actions={
        <div className="leave">
          <div className="leave__time">
            <p>
              <Say words={returning} />
            </p>
            <div className="leave__bar" aria-hidden="true">
              <div style={{ inlineSize: `${share * 100}%` }} />
            </div>
          </div>
          <div className="leave__buttons">
            <Button
              size="large"
              icon="clock"
              words={texts.phrase('kiosk.ticket.stayLabel')}
              onPress={() => act({ type: 'touched' })}
            />
            <Button
              size="large"
              variant="primary"
              icon="check"
              words={texts.phrase('kiosk.ticket.doneLabel')}
              onPress={() => act({ type: 'finished' })}
            />
          </div>
        </div>
      }
    >
      <div className={`ticket${ticket.phoneUrl === null ? '' : ' ticket--followed'}`}>
        <p className="ticket__code code">
          <span aria-hidden="true">{code.text}</span>
          <span className="visually-hidden">{code.spoken}</span>
        </p>
        <p className="ticket__time" aria-hidden="true">
          {returning.text}
        </p>
        {/* Nobody's is heard: few ahead and a short wait would tell of someone who goes first. */}
        <p className="ticket__ahead" {...UNMENTIONED}>
          <Say words={texts.phrase('kiosk.ticket.ahead', { count: ticket.peopleAhead })} />
        </p>
        {ticket.range === null ? null : (
          <p className="ticket__range" {...UNMENTIONED}>
            <Say
              words={texts.phrase('kiosk.ticket.range', {
                range: texts.waitingRange(ticket.range),
              })}
            />
          </p>
        )}
        <p className="ticket__promise">
          <Say words={texts.phrase('kiosk.ticket.promise')} />
        </p>
      </div>
      <div className="after">
        <ul className="next">
          <li className={`next__item${isTrouble ? ' next__item--trouble' : ''}`}>
            <Icon name={icon} />
            <p role="status">
              <Say words={texts.phraseAt(key)} />
            </p>
          </li>
          <li className="next__item">
            <Icon name="bell" />
            <p>
              <Say words={texts.phrase('kiosk.ticket.next')} />
            </p>
          </li>
          {journey.answers.hasPriority ? (
            <li className="next__item" {...UNMENTIONED}>
              <Icon name="check" />
              <p>
                <Say words={texts.phrase('kiosk.ticket.priority')} />
              </p>
            </li>
          ) : null}
          {ticket.phoneUrl === null ? null : (
            <li className="next__item">
              <Icon name="smartphone" />
              <p>
                <Say words={texts.phrase('phone.qr.line')} />
              </p>
            </li>
          )}
        </ul>
        {ticket.phoneUrl === null ? null : (
          <QrCode
            data={inLanguage(ticket.phoneUrl, texts.language.code)}
            words={texts.phrase('phone.qr.line')}
          />
        )}
      </div>
    </Page>
  );
}
