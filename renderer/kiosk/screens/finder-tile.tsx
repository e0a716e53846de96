import type { ReactNode } from 'react';
import { Tile } from '../../ui/tile.tsx';
import { useKiosk } from '../kiosk-context.ts';

/** Leads to the question which office is one's own. */
export function FinderTile({ isCompact = false }: { isCompact?: boolean }): ReactNode {
  const { texts, act } = useKiosk();
  return (
    <Tile
      variant="soft"
      isCompact={isCompact}
      icon="search"
      label={texts.phrase('kiosk.needs.finderLabel')}
      {...(isCompact ? {} : { line: texts.phrase('kiosk.needs.finderLine') })}
      onPress={() => act({ type: 'finderOpened' })}
    />
  );
}
