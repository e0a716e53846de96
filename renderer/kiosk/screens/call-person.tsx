import type { ReactNode } from 'react';
import { browserCommandTools } from '../../client/command-runner.ts';
import { Tile } from '../../ui/tile.tsx';
import type { HelpCallOutcome, HelpCallState } from '../journey/journey.ts';
import { useKiosk } from '../kiosk-context.ts';

const OUTCOMES = {
  seen: 'kiosk.help.callDone',
  unseen: 'kiosk.help.callUnseen',
  failed: 'kiosk.help.callFailed',
} as const satisfies Record<HelpCallOutcome, string>;

function lineOf(call: HelpCallState) {
  return call.status === 'ended' ? OUTCOMES[call.outcome] : 'kiosk.help.callLine';
}

/**
 * Asks the desk for a person to come. Its words could be about the screen, and what came of it is a
 * line that goes away: whoever is watched can touch it.
 */
export function CallPersonTile(): ReactNode {
  const { texts, journey, act } = useKiosk();
  const { helpCall } = journey;
  return (
    <>
      <Tile
        variant="soft"
        icon="bell"
        sign={null}
        label={texts.phrase('kiosk.help.callLabel')}
        line={texts.phrase(lineOf(helpCall))}
        onPress={() => act({ type: 'helpCalled', commandId: browserCommandTools.newCommandId() })}
      />
      <p className="visually-hidden" role="status">
        {helpCall.status === 'ended' ? texts.t(OUTCOMES[helpCall.outcome]) : null}
      </p>
    </>
  );
}
