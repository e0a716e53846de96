import type { ReactNode } from 'react';
import { browserCommandTools } from '../../client/command-runner.ts';
import { Tile, type TileProps } from '../../ui/tile.tsx';
import { Say } from '../../ui/words.tsx';
import type { HelpCallOutcome, HelpCallState } from '../journey/journey.ts';
import { useKiosk } from '../kiosk-context.ts';

const OUTCOMES = {
  seen: 'kiosk.help.callDone',
  unseen: 'kiosk.help.callUnseen',
  failed: 'kiosk.help.callFailed',
} as const satisfies Record<HelpCallOutcome, string>;

/** What others hear of it: that all is well, or what Help tells everybody who comes to it. */
const OUTCOMES_IN_PUBLIC = {
  seen: 'kiosk.display.done',
  unseen: 'kiosk.help.personLine',
  failed: 'kiosk.help.personLine',
} as const satisfies Record<HelpCallOutcome, string>;

function lineOf(call: HelpCallState) {
  if (call.status === 'ended') return OUTCOMES[call.outcome];
  return call.status === 'unanswered' ? 'kiosk.help.personLine' : 'kiosk.help.callLine';
}

/**
 * Asks the desk for a person to come. Its words could be about the screen, and what came of it is a
 * line that goes away: whoever is watched can touch it. Nor does a loudspeaker tell that a person
 * was called; whoever asked, and cannot see, hears whether to wait or to go to the desk.
 */
export function CallPersonTile(personal: Pick<TileProps, 'data-personal'>): ReactNode {
  const { texts, journey, act } = useKiosk();
  const { helpCall } = journey;
  const outcome = helpCall.status === 'ended' ? helpCall.outcome : null;
  return (
    <>
      <Tile
        {...personal}
        variant="soft"
        icon="bell"
        sign={null}
        label={texts.phrase('kiosk.help.callLabel')}
        line={{
          ...texts.phrase(lineOf(helpCall)),
          inPublic: texts.phrase('kiosk.help.callLine'),
        }}
        onPress={() => act({ type: 'helpCalled', commandId: browserCommandTools.newCommandId() })}
      />
      <p className="visually-hidden" role="status">
        {outcome === null ? null : (
          <Say
            words={{
              ...texts.phrase(OUTCOMES[outcome]),
              inPublic: texts.phrase(OUTCOMES_IN_PUBLIC[outcome]),
            }}
          />
        )}
      </p>
    </>
  );
}
