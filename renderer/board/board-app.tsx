import { type CSSProperties, type ReactNode, useEffect, useState } from 'react';
import type { Office } from '../../electron/contract/operations.ts';
import type { Panel } from '../../electron/contract/panel.ts';
import { useText } from '../text/text-context.tsx';
import { assumedPanel } from '../ui/sizing.ts';
import { useNow } from '../ui/use-now.ts';
import { useViewport } from '../ui/use-viewport.ts';
import { listedCalls } from './announcements.ts';
import { boardLayout } from './board-layout.ts';
import { CallScreen } from './call-screen.tsx';
import type { Chime } from './chime.ts';
import { ConnectionLine } from './connection-line.tsx';
import { LatestCalls } from './latest-calls.tsx';
import { SoundButton } from './sound-button.tsx';
import { useBoard } from './use-board.ts';

export interface BoardAppProps {
  /** As the office measured it, or null. */
  readonly panel: Panel | null;
  /** Null until the server has told. */
  readonly office: Pick<Office, 'name' | 'isDemo'> | null;
  readonly chime: Chime;
}

/** How often the clock on the wall looks at the time. */
const CLOCK_MS = 1_000;

/** The board on the wall: the latest call over the whole screen, then the list and the time. */
export function BoardApp({ panel, office, chime }: BoardAppProps): ReactNode {
  const texts = useText();
  const { announcements, isConnected } = useBoard();
  const viewport = useViewport();
  const layout = boardLayout(panel ?? assumedPanel('board', viewport), viewport);
  const nowMs = useNow(CLOCK_MS);
  const { current } = announcements;

  useEffect(() => {
    document.title = texts.t('board.window.title');
  }, [texts]);

  // The sentence enters its live region one render after the call: emptied in between, it is also
  // read out when the same number is called again.
  const [told, setTold] = useState<number | null>(null);
  const sequence = current?.call.sequence ?? null;
  useEffect(() => {
    if (sequence === null) return;
    setTold(sequence);
    // What the loudspeaker does or does not do never holds back the next call.
    void chime.ring();
  }, [sequence, chime]);

  const sizes = {
    '--code-size': `${layout.codePx}px`,
    '--latest-size': `${layout.latestPx}px`,
    '--call-size': `${layout.callPx}px`,
    '--rows': layout.rows,
  } as CSSProperties;
  const time = texts.time(nowMs);
  const announced =
    current === null || told !== current.call.sequence
      ? null
      : texts.spoken('board.call.announcement', {
          code: texts.ticketCode(current.call.code),
          counter: current.call.counter,
        });

  return (
    <div className={`board board--${layout.isPortrait ? 'upright' : 'lying'}`} style={sizes}>
      <header className="board__bar">
        <p className="board__office">{office?.name ?? texts.t('common.serviceName')}</p>
        <p className="board__clock">
          <span className="visually-hidden">{texts.t('board.clock.label', { time })}</span>
          <time aria-hidden="true">{time.text}</time>
        </p>
      </header>
      <LatestCalls
        calls={listedCalls(announcements)}
        rows={layout.rows}
        hasHeard={announcements.serviceDay !== null}
      />
      <footer className="board__foot">
        {isConnected ? (
          office?.isDemo === true ? (
            <p>{texts.t('common.demoLabel')}</p>
          ) : null
        ) : (
          <ConnectionLine />
        )}
        {isConnected ? <SoundButton chime={chime} /> : null}
      </footer>
      {current === null ? null : (
        <CallScreen
          key={current.call.sequence}
          call={current.call}
          time={time.text}
          demoLabel={office?.isDemo === true ? texts.t('common.demoShort') : null}
        />
      )}
      <p className="visually-hidden" aria-live="assertive">
        {announced}
      </p>
    </div>
  );
}
