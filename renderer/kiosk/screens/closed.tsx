import type { ReactNode } from 'react';
import { Tile } from '../../ui/tile.tsx';
import { Say } from '../../ui/words.tsx';
import { useKiosk } from '../kiosk-context.ts';
import { nextOpening } from '../opening.ts';
import { BookingFact } from './booking-fact.tsx';
import { FinderTile } from './finder-tile.tsx';
import { BackTile, Fact, Page } from './page.tsx';

/** No numbers now: when the office opens, and who may help all the same. Never a dead end. */
export function ClosedScreen(): ReactNode {
  const { rules, texts, act } = useKiosk();
  const { takesCodes } = rules;
  return (
    <Page
      title={texts.phrase(takesCodes ? 'kiosk.closed.codesOnlyTitle' : 'kiosk.closed.title')}
      help={texts.phrase(takesCodes ? 'kiosk.attract.codesOnlyLine' : 'kiosk.closed.line')}
      drawing="clock"
      isTextHeavy
      actions={
        <>
          {takesCodes ? (
            <Tile
              icon="calendar"
              label={texts.phrase('kiosk.attract.appointment')}
              onPress={() => act({ type: 'codeAsked' })}
            />
          ) : null}
          <FinderTile isCompact />
          <BackTile words={texts.phrase('kiosk.closed.back')} />
        </>
      }
    >
      <WhileClosed />
    </Page>
  );
}

/** When the office opens next, the desk, and the telephone. */
export function WhileClosed(): ReactNode {
  const { content, view, texts } = useKiosk();
  const opening = view === null ? null : nextOpening(texts, content.office.timeZone, view);
  return (
    <>
      {opening === null ? null : (
        <Fact icon="clock" tone="tint">
          <p className="fact__large">
            <Say words={opening} />
          </p>
        </Fact>
      )}
      <Fact icon="person">
        <p className="fact__large">
          <Say words={texts.phrase('kiosk.closed.desk')} />
        </p>
      </Fact>
      <BookingFact />
    </>
  );
}
