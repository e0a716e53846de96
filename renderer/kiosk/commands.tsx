import type { ReactNode } from 'react';
import { FrameCommands } from '../ui/frame-commands.tsx';
import { canGoBack, canStartAgain, placeInSight } from './journey/journey.ts';
import { useKiosk } from './kiosk-context.ts';

/**
 * Back, start again, help, notices, clear screen: one touch away from every screen and every dialog.
 *
 * @param onClose closes the dialog that these stand in: there it is what Back does.
 */
export function Commands({ onClose }: { readonly onClose?: () => void }): ReactNode {
  const { texts, journey, act } = useKiosk();
  const place = placeInSight(journey);
  return (
    <FrameCommands
      label={texts.phrase('kiosk.frame.label')}
      commands={[
        {
          id: 'back',
          icon: 'back',
          words: texts.phrase('kiosk.frame.back'),
          onPress: onClose ?? (() => act({ type: 'back' })),
          isDisabled: onClose === undefined && !canGoBack(journey),
        },
        {
          id: 'start-again',
          icon: 'start-again',
          words: texts.phrase('kiosk.frame.startAgain'),
          onPress: () => act({ type: 'startAgain' }),
          isDisabled: !canStartAgain(journey),
        },
        {
          id: 'help',
          icon: 'help',
          words: texts.phrase('kiosk.frame.help'),
          onPress: () => act({ type: 'helpOpened' }),
          isCurrent: place.name === 'help',
        },
        {
          id: 'notices',
          icon: 'notices',
          words: texts.phrase('kiosk.frame.notices'),
          onPress: () => act({ type: 'noticesOpened' }),
          isCurrent: place.name === 'notices' || place.name === 'notice',
        },
        {
          id: 'clear',
          icon: 'clear',
          words: texts.phrase('kiosk.frame.clear'),
          onPress: () => act({ type: 'clear' }),
        },
      ]}
    />
  );
}
