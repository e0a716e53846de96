import type { ReactNode } from 'react';
import type { Content, Notice } from '../../electron/contract/content.ts';
import type { NoticeFace } from '../../electron/contract/host.ts';
import { noticePhrases } from '../text/content-phrases.ts';
import { officialText, paragraphsOf, piecesOf } from '../text/notice-paragraphs.ts';
import { noticeStatus } from '../text/notice-status.ts';
import { summaryLanguages } from '../text/notice-summary.ts';
import { officialVersion, summaryVersion } from '../text/notice-version.ts';
import { createTranslator, type Translator } from '../text/translator.ts';
import { OfficialText } from '../ui/official-text.tsx';
import { PaperQr } from './paper-qr.tsx';

interface PaperProps {
  readonly notice: Notice;
  readonly texts: Translator;
}

/** Our own summary in one language: the short layer, then point by point. */
function Summary({ notice, texts }: PaperProps): ReactNode {
  const words = noticePhrases(texts, notice);
  return (
    <section className="words" lang={texts.language.localeTag} dir={texts.language.direction}>
      {words.title.italian !== null ? (
        <p className="paper__demo">{texts.t('common.translationAwaitsReview')}</p>
      ) : null}
      <h2 className="words__ahead">{words.title.text}</h2>
      {words.short.map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
      {words.points.map(({ id, title, body }) => (
        <div key={id}>
          <h3 className="words__range">{title.text}</h3>
          <p>{body.text}</p>
        </div>
      ))}
      {notice.status === 'checked' ? null : (
        <p className="paper__demo">{noticeStatus(texts, notice).text}</p>
      )}
    </section>
  );
}

/** Which piece of paper this is, where there are several. */
function PieceNumber({ part, pieces }: { part: number; pieces: number }): ReactNode {
  return pieces === 1 ? null : (
    <p className="code">
      {part + 1} / {pieces}
    </p>
  );
}

/** One piece of the official text, as the office has dropped it in. */
function Official({ notice, texts, part }: PaperProps & { part: number }): ReactNode {
  const official = officialText(notice, texts.language.code);
  if (official === null) return null;
  const pieces = piecesOf(paragraphsOf(official));
  const isOwn = notice.officialTexts[texts.language.code] !== undefined;
  return (
    <section
      className="words"
      lang={isOwn ? texts.language.localeTag : 'it'}
      dir={isOwn ? texts.language.direction : 'ltr'}
    >
      <PieceNumber part={part} pieces={pieces.length} />
      <OfficialText paragraphs={pieces[part] ?? []} heading="h3" headingClass="words__range" />
    </section>
  );
}

/**
 * A piece of a notice on paper: of the official text where the office has it, else our summary in the
 * person's language or, while that awaits review, the Italian that follows it. With the address of the
 * official page.
 */
export function NoticePaper({ content, face }: { content: Content; face: NoticeFace }): ReactNode {
  const notice = content.notices.find(({ id }) => id === face.noticeId);
  if (notice === undefined) throw new Error(`There is no notice "${face.noticeId}".`);
  const italian = createTranslator(content, 'it');
  const official = officialText(notice, face.language);
  const languages = summaryLanguages(content, notice, face.language);
  const { officialUrl } = notice;
  return (
    <article className="paper">
      <header className="paper__head">
        <p className="paper__service">{italian.t('ticket.paper.owner')}</p>
        <p>{noticePhrases(italian, notice).officialName.text}</p>
        <p>
          {
            (official === null
              ? summaryVersion(italian, notice)
              : officialVersion(italian, official)
            ).text
          }
        </p>
      </header>
      {official === null ? (
        <>
          <PieceNumber part={face.part} pieces={languages.length} />
          <Summary
            notice={notice}
            texts={createTranslator(content, languages[face.part] ?? face.language)}
          />
        </>
      ) : (
        <Official
          notice={notice}
          texts={createTranslator(content, face.language)}
          part={face.part}
        />
      )}
      {officialUrl === null ? null : (
        <footer className="paper__foot paper__foot--address">
          <PaperQr data={officialUrl} words={italian.phrase('kiosk.notices.qr')} />
          <p className="paper__address">{officialUrl.replace('https://', '')}</p>
        </footer>
      )}
    </article>
  );
}
