import type { ReactNode } from 'react';
import type { Content } from '../../electron/contract/content.ts';
import type { TicketFace } from '../../electron/contract/host.ts';
import { createTranslator, type Translator } from '../text/translator.ts';
import { PaperQr } from './paper-qr.tsx';

function issuedAt(texts: Translator, { issuedAtMs }: TicketFace): string {
  return texts.t('ticket.paper.issuedAt', {
    date: texts.date(issuedAtMs),
    time: texts.time(issuedAtMs),
  });
}

/** The words of the ticket in one language. */
function Words({ texts, face }: { texts: Translator; face: TicketFace }): ReactNode {
  const { language } = texts;
  return (
    <section className="words" lang={language.localeTag} dir={language.direction}>
      {language.code === 'it' ? null : <p>{issuedAt(texts, face)}</p>}
      <p className="words__ahead">{texts.t('ticket.paper.ahead', { count: face.peopleAhead })}</p>
      {face.range === null ? null : (
        <>
          <p className="words__range">
            {texts.t('ticket.paper.range', { range: texts.waitingRange(face.range) })}
          </p>
          <p>{texts.t('ticket.paper.estimate')}</p>
        </>
      )}
      <p>{texts.t('ticket.paper.next')}</p>
      <p>{texts.t('ticket.paper.promise')}</p>
    </section>
  );
}

/**
 * The face of a ticket: black on white, 576 dots wide at 8 dots a millimetre. Italian always, and
 * the person's own language below it. A code and a place in the queue, nothing else (DESIGN §7.5).
 */
export function TicketPaper({ content, face }: { content: Content; face: TicketFace }): ReactNode {
  const italian = createTranslator(content, 'it');
  const chosen = createTranslator(content, face.language);
  const isTwofold = chosen.language.code !== 'it';
  return (
    <article className="paper">
      <header className="paper__head">
        <p className="paper__service">{italian.t('ticket.paper.service')}</p>
        <p>
          {italian.t('ticket.paper.owner')} – {face.officeName}
        </p>
      </header>
      <p className="paper__code">{face.code}</p>
      <p className="paper__time">{issuedAt(italian, face)}</p>
      <Words texts={italian} face={face} />
      {isTwofold ? <Words texts={chosen} face={face} /> : null}
      {face.phoneUrl === null ? null : (
        <div className="follow">
          <PaperQr data={face.phoneUrl} words={italian.phrase('phone.qr.line')} />
          <div>
            <p>{italian.t('phone.qr.line')}</p>
            {isTwofold ? (
              <p lang={chosen.language.localeTag} dir={chosen.language.direction}>
                {chosen.t('phone.qr.line')}
              </p>
            ) : null}
          </div>
        </div>
      )}
      <footer className="paper__foot">
        <p>{italian.t('ticket.paper.privacy')}</p>
        {isTwofold ? (
          <p lang={chosen.language.localeTag} dir={chosen.language.direction}>
            {chosen.t('ticket.paper.privacy')}
          </p>
        ) : null}
        {face.isDemo ? <p className="paper__demo">{italian.t('ticket.paper.demo')}</p> : null}
      </footer>
    </article>
  );
}
