import { type ReactNode, useState } from 'react';
import type { Notice } from '../../electron/contract/content.ts';
import { noticePhrases } from '../text/content-phrases.ts';
import { useText } from '../text/text-context.tsx';
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
            {words.short.map((sentence) => (
              <p key={sentence.text}>
                <Say words={sentence} />
              </p>
            ))}
            {words.points.map(({ id, title, body }) => (
              <section key={id}>
                <h3>
                  <Say words={title} />
                </h3>
                <p>
                  <Say words={body} />
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
