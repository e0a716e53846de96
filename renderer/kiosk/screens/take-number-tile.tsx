import type { ReactNode } from 'react';
import { browserCommandTools } from '../../client/command-runner.ts';
import { Tile } from '../../ui/tile.tsx';
import { useKiosk } from '../kiosk-context.ts';

/** What a person came for: a number in the queue. */
export function TakeNumberTile(): ReactNode {
  const { texts, act } = useKiosk();
  return (
    <Tile
      variant="primary"
      isHero
      sign={null}
      icon="ticket"
      label={texts.phrase('kiosk.final.takeLabel')}
      line={texts.phrase('kiosk.final.takeLine')}
      onPress={() => act({ type: 'takeNumber', commandId: browserCommandTools.newCommandId() })}
    />
  );
}
