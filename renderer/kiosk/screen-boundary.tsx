import { Component, type ReactNode, useEffect } from 'react';
import { Tile, Tiles } from '../ui/tile.tsx';
import { useKiosk } from './kiosk-context.ts';
import { Page } from './screens/page.tsx';

/** After this long the first screen returns by itself. */
const RETURN_AFTER_MS = 15_000;

/** A screen that fails is replaced by calm words and a way on: never an empty screen. */
export class ScreenBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <FailedScreen /> : this.props.children;
  }
}

function FailedScreen(): ReactNode {
  const { texts, act } = useKiosk();
  const toStart = () => act({ type: 'finished' });
  useEffect(() => {
    const timer = setTimeout(() => act({ type: 'finished' }), RETURN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [act]);
  return (
    <Page
      title={texts.phrase('kiosk.problems.unexpectedTitle')}
      help={texts.phrase('kiosk.problems.unexpectedLine')}
      drawing="person"
    >
      <Tiles>
        <Tile
          variant="primary"
          icon="start-again"
          label={texts.phrase('kiosk.problems.toStart')}
          onPress={toStart}
        />
      </Tiles>
    </Page>
  );
}
