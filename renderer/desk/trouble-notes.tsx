import './trouble-notes.css';
import type { ReactNode } from 'react';
import type { DeviceTrouble } from '../../electron/contract/device-report.ts';
import { useText } from '../text/text-context.tsx';
import { type DrawingName, Icon } from '../ui/icon.tsx';
import { Say } from '../ui/words.tsx';
import { type TroubleNote, troubleNotes } from './trouble-words.ts';

const icons: Readonly<Record<TroubleNote['about'], DrawingName>> = {
  printer: 'printer',
  content: 'warning',
};

/**
 * What somebody has to see to at kiosk or board: calm lines that go by themselves once it is done.
 * The region is always there, so that a voice says what appears in it.
 */
export function TroubleNotes({
  troubles,
}: {
  readonly troubles: readonly DeviceTrouble[];
}): ReactNode {
  const texts = useText();
  return (
    <div className="troubles" role="status">
      {troubleNotes(texts, troubles).map(({ about, words, where }) => (
        <div className="note note--warning troubles__one" key={`${words.text} ${where?.reason}`}>
          <Icon name={icons[about]} />
          <div>
            <p>
              <Say words={words} />
            </p>
            {where === null ? null : (
              <p className="troubles__where">
                <Say words={where.place} />
                {': '}
                <span lang="en">{where.reason}</span>
              </p>
            )}
          </div>
        </div>
      ))}
    </div>
  );
}
