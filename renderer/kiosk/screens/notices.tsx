import './entries.css';
import './notices.css';
import type { ReactNode } from 'react';
import type { Notice, OfficialNoticeText } from '../../../electron/contract/content.ts';
import { noticePhrases } from '../../text/content-phrases.ts';
import { officialText, paragraphsOf } from '../../text/notice-paragraphs.ts';
import { noticeStatus } from '../../text/notice-status.ts';
import { officialVersion, summaryVersion } from '../../text/notice-version.ts';
import { OfficialText } from '../../ui/official-text.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { Rights } from '../../ui/rights.tsx';
import { Tile, Tiles } from '../../ui/tile.tsx';
import { Say, type Words } from '../../ui/words.tsx';
import type { NoticeLayer } from '../journey/journey.ts';
import { printOf } from '../journey/notice-print.ts';
import { ownNotice } from '../journey/own-notice.ts';
import { useKiosk } from '../kiosk-context.ts';
import { COMMON } from '../voice/personal.ts';
import { Fact, Page } from './page.tsx';

/**
 * The notices there are. Reading them is never a condition (DESIGN §7.3). The list is the same for
 * everybody: only what its first line opens follows the way that the person took.
 */
export function NoticesScreen(): ReactNode {
  const { content, texts, journey, act } = useKiosk();
  const own = ownNotice(content.notices, journey);
  const open = (noticeId: string) => act({ type: 'noticeOpened', noticeId, layer: 'short' });
  const listed = content.notices
    .filter(({ readers }) => readers === 'citizens')
    .toSorted((a, b) => a.order - b.order)
    .map(({ id }) => ({
      id,
      title: texts.rightsAt(`notices.${id}.title`),
      line: texts.rightsAt(`notices.${id}.line`),
    }));
  return (
    <Page
      title={texts.phrase('kiosk.notices.title')}
      help={texts.phrase('kiosk.notices.intro')}
      rights={listed.flatMap(({ title, line }) => [title, line])}
      drawing="notices"
      isTextHeavy
      wayBack={texts.phrase('kiosk.notices.back')}
    >
      <Tiles>
        {own === undefined ? null : (
          <Tile
            label={texts.phrase('kiosk.notices.ownLabel')}
            line={texts.phrase('kiosk.notices.ownLine')}
            onPress={() => open(own.id)}
          />
        )}
        {listed.map(({ id, title, line }) => (
          <Tile key={id} label={title} line={line} onPress={() => open(id)} />
        ))}
      </Tiles>
    </Page>
  );
}

/** One notice, one of its layers: in short, point by point, or the official text. */
export function NoticeScreen(props: { noticeId: string; layer: NoticeLayer }): ReactNode {
  const { noticeId, layer } = props;
  const { content, texts, act } = useKiosk();
  const notice = content.notices.find((each) => each.id === noticeId);
  if (notice === undefined) return <NoticesScreen />;
  const words = noticePhrases(texts, notice);
  const official = officialText(notice, texts.language.code);
  const isOfficial = layer === 'full' && official !== null;
  const rights: Readonly<Record<NoticeLayer, readonly Words[]>> = {
    short: [words.title, ...words.short],
    points: [words.title, ...words.points.flatMap((point) => [point.title, point.body])],
    full: [isOfficial ? words.officialName : words.title],
  };
  return (
    <Page
      personal="all"
      // The same head for every notice: who stands behind sees no more than that it is one. Its own
      // title is no larger than the text.
      title={texts.rightsAt('kiosk.notices.title')}
      rights={rights[layer]}
      aside={
        notice.officialUrl === null ? null : (
          <Address url={notice.officialUrl} isMissing={official === null} />
        )
      }
    >
      {layer === 'points' ? null : (
        <Standing notice={notice} official={isOfficial ? official : null} />
      )}
      {layer === 'short' ? (
        <ul className="sentences">
          {words.short.map((sentence) => (
            <li className="sentences__item" key={sentence.text}>
              <p>
                <Rights words={sentence} />
              </p>
            </li>
          ))}
        </ul>
      ) : null}
      {layer === 'points' ? (
        <ul className="entries">
          {words.points.map((point) => (
            <li className="entries__item" key={point.id}>
              <h2 className="entries__title">
                <Rights words={point.title} />
              </h2>
              <p>
                <Rights words={point.body} />
              </p>
            </li>
          ))}
        </ul>
      ) : null}
      {/* Whoever reads on has seen it, and finds the points where it was. */}
      {layer === 'points' ? (
        <Standing notice={notice} official={isOfficial ? official : null} />
      ) : null}
      {isOfficial ? (
        <div
          className="official"
          {...(notice.officialTexts[texts.language.code] ? {} : { lang: 'it', dir: 'ltr' })}
        >
          <OfficialText
            paragraphs={paragraphsOf(official)}
            heading="h2"
            headingClass="entries__title"
          />
        </div>
      ) : null}
      <div className="further" {...COMMON}>
        {layer === 'short' && notice.points.length > 0 ? (
          <Tile
            isCompact
            label={texts.phrase('kiosk.notices.readPoints')}
            onPress={() => act({ type: 'noticeOpened', noticeId, layer: 'points' })}
          />
        ) : null}
        {layer !== 'full' && official !== null ? (
          <Tile
            isCompact
            label={texts.phrase('kiosk.notices.readFull')}
            onPress={() => act({ type: 'noticeOpened', noticeId, layer: 'full' })}
          />
        ) : null}
        <PrintTile noticeId={noticeId} />
      </div>
    </Page>
  );
}

/** What the text is, what it is worth, and of when. */
function Standing(props: { notice: Notice; official: OfficialNoticeText | null }): ReactNode {
  const { notice, official } = props;
  const { texts } = useKiosk();
  const words = noticePhrases(texts, notice);
  if (official !== null) {
    return (
      <Fact icon="notices" tone="tint">
        <p>
          <Rights words={words.officialName} />
        </p>
        <p>
          <Say words={officialVersion(texts, official)} />
        </p>
      </Fact>
    );
  }
  return (
    <Fact icon={notice.status === 'checked' ? 'check' : 'warning'} tone="tint">
      <p>
        <Say words={noticeStatus(texts, notice)} />
      </p>
      <p>
        <Rights words={words.title} />
      </p>
      <p>
        <Say words={summaryVersion(texts, notice)} />
      </p>
    </Fact>
  );
}

/** Where the official text is: to be opened with one's own telephone, or written down. */
function Address({ url, isMissing }: { url: string; isMissing: boolean }): ReactNode {
  const { texts } = useKiosk();
  const scan = texts.phrase('kiosk.notices.qr');
  return (
    <Fact beside={<QrCode data={url} words={scan} />}>
      <p>
        <Say words={isMissing ? texts.phrase('kiosk.notices.fullMissing') : scan} />
      </p>
      <p className="address" lang="it" dir="ltr" data-for-eyes>
        {url
          .replace('https://', '')
          .split('/')
          .map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of one address never move
            <span key={index}>
              {index === 0 ? '' : '/'}
              <wbr />
              {part}
            </span>
          ))}
      </p>
    </Fact>
  );
}

/** The notice on paper, where there is a printer, and what has become of it. */
function PrintTile({ noticeId }: { noticeId: string }): ReactNode {
  const { hasPrinter, texts, journey, act } = useKiosk();
  if (!hasPrinter) return null;
  const paper = printOf(journey, noticeId)?.paper ?? null;
  if (paper === null) {
    return (
      <Tile
        isCompact
        icon="printer"
        sign={null}
        label={texts.phrase('kiosk.notices.print')}
        onPress={() => act({ type: 'noticePrintAsked' })}
      />
    );
  }
  const isOut = paper.status === 'done' && paper.outcome !== 'notPrinted';
  const words =
    paper.status === 'printing'
      ? 'kiosk.notices.printing'
      : isOut
        ? 'kiosk.notices.printed'
        : 'kiosk.notices.notPrinted';
  return (
    <Fact icon={paper.status === 'done' && !isOut ? 'warning' : 'printer'} tone="tint">
      <p role="status">
        <Say words={texts.phrase(words)} />
      </p>
    </Fact>
  );
}
