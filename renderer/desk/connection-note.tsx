import { type ReactNode, useEffect, useState } from 'react';
import { useText } from '../text/text-context.tsx';
import { Icon } from '../ui/icon.tsx';

/** "Back again" is said for this long. */
const BACK_SHOWN_MS = 4_000;

/** A cut shorter than this is nobody's business: the reader is back before it could be read. */
const PATIENCE_MS = 1_500;

/** Says that the list may be old, and when it no longer is; otherwise nothing. */
export function ConnectionNote({ isConnected }: { readonly isConnected: boolean }): ReactNode {
  const texts = useText();
  const [shown, setShown] = useState<'nothing' | 'lost' | 'back'>('nothing');

  useEffect(() => {
    if (!isConnected) {
      const timer = setTimeout(() => setShown('lost'), PATIENCE_MS);
      return () => clearTimeout(timer);
    }
    setShown((before) => (before === 'lost' ? 'back' : before));
    const timer = setTimeout(() => setShown('nothing'), BACK_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isConnected]);

  return (
    <div className={`connection connection--${shown}`} role="status">
      {shown === 'nothing' ? null : (
        <p>
          <Icon name={shown === 'lost' ? 'warning' : 'check'} />
          {texts.t(shown === 'lost' ? 'desk.connection.lost' : 'desk.connection.back')}
        </p>
      )}
    </div>
  );
}
