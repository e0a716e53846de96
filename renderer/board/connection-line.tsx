import { type ReactNode, useEffect, useState } from 'react';
import { useText } from '../text/text-context.tsx';

/** A cut shorter than this is not worth a line: the reader is back before it could be read. */
const PATIENCE_MS = 3_000;

/** Says calmly that the list may be old. Mounted while the feed is down. */
export function ConnectionLine(): ReactNode {
  const texts = useText();
  const [lostAtMs] = useState(() => Date.now());
  const [isShown, setShown] = useState(false);

  useEffect(() => {
    const timer = setTimeout(() => setShown(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);

  if (!isShown) return null;
  return (
    <p className="board__lost" role="status">
      {texts.t('board.connection.lost')}{' '}
      {texts.t('board.connection.lastUpdate', { time: texts.time(lostAtMs) })}
    </p>
  );
}
