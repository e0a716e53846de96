import { type ReactNode, useState } from 'react';
import type { Notice } from '../../electron/contract/content.ts';
import { noticePhrases } from '../text/content-phrases.ts';
import { noticeStatus } from '../text/notice-status.ts';
import { useText } from '../text/text-context.tsx';
import { Rights } from '../ui/rights.tsx';
import { Say } from '../ui/words.tsx';
import { ActionButton } from './action-button.tsx';
import { DeskDialog } from './desk-dialog.tsx';

/** What the program keeps about who works here: there for everyone, before signing in too. */
export function StaffNotice({ notice }: { notice: Notice }): ReactNode {
  const texts = useText();
  const [isOpen, setOpen] = useState(false);
  const words = noticePhrases(texts, notice);
  return (
    <>
      <ActionButton
        variant="plain"
        words={texts.phrase('desk.session.privacy')}
        onPress={() => setOpen(true)}
      />
      {isOpen ? (
        <DeskDialog isWide title={words.title} error={null} onClose={() => setOpen(false)}>
          <div className="staff-notice">
            <Standing notice={notice} words={words} />
            {words.short.map((sentence) => (
              <p key={sentence.text}>
                <Rights words={sentence} />
              </p>
            ))}
            {words.points.map(({ id, title, body }) => (
              <section key={id}>
                <h3>
                  <Rights words={title} />
                </h3>
                <p>
                  <Rights words={body} />
                </p>
              </section>
            ))}
            <p className="staff-notice__version">
              {texts.t('desk.session.noticeVersion', {
                version: notice.version,
                date: texts.date(notice.date),
              })}
            </p>
          </div>
        </DeskDialog>
      ) : null}
    </>
  );
}

/** What the text is worth, and its translation: of the title above, the Italian follows here. */
function Standing(props: { notice: Notice; words: ReturnType<typeof noticePhrases> }): ReactNode {
  const { notice, words } = props;
  const { title, short, points } = words;
  const texts = useText();
  const all = [title, ...short, ...points.flatMap((point) => [point.title, point.body])];
  return (
    <>
      <p className={`note note--${notice.status === 'checked' ? 'success' : 'warning'}`}>
        <Say words={noticeStatus(texts, notice)} />
      </p>
      {all.some(({ italian }) => italian !== null) ? (
        <div className="staff-notice__review">
          <p>
            <Say words={texts.phrase('common.translationAwaitsReview')} />
          </p>
          {title.italian === null ? null : (
            <p lang="it" dir="ltr">
              <Say words={title.italian} />
            </p>
          )}
        </div>
      ) : null}
    </>
  );
}
