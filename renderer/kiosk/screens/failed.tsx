import { type ReactNode, useEffect } from 'react';
import { Tile, Tiles } from '../../ui/tile.tsx';
import { useKiosk } from '../kiosk-context.ts';
import { Page } from './page.tsx';

/** After this long the first screen returns by itself. */
const RETURN_AFTER_MS = 15_000;

/** In place of a screen that failed: calm words and a way on. */
export function FailedScreen(): ReactNode {
  const { texts, act } = useKiosk();
  useEffect(() => {
    const timer = setTimeout(() => act({ type: 'finished' }), RETURN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [act]);
  return (
    <Page
      title={texts.phrase('kiosk.problems.unexpectedTitle')}
      help={texts.phrase('kiosk.problems.unexpectedLine')}
      drawing="person"
      layout="wide"
      actions={
        <Tiles>
          <Tile
            variant="primary"
            icon="start-again"
            sign={null}
            label={texts.phrase('kiosk.problems.toStart')}
            onPress={() => act({ type: 'finished' })}
          />
        </Tiles>
      }
    />
  );
}
