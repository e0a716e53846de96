import type { ReactNode } from 'react';
import { Tile, Tiles } from '../../ui/tile.tsx';
import { useKiosk } from '../kiosk-context.ts';
import { Page } from './page.tsx';

/**
 * In place of a screen that failed: calm words and a way on. Whoever does not take it is asked, as on
 * any screen, before the first one returns by itself.
 */
export function FailedScreen(): ReactNode {
  const { texts, act } = useKiosk();
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
