import './kiosk-dialog.css';
import type { ReactNode } from 'react';
import { Dialog, type DialogProps } from '../ui/dialog.tsx';
import { ReadingPane } from '../ui/reading-pane.tsx';
import { Commands } from './commands.tsx';
import { useKiosk } from './kiosk-context.ts';
import { SoonLine } from './soon-line.tsx';

/**
 * A dialog of the kiosk: what is longer than its place is moved by buttons, as on every screen, and the
 * commands below stay where they are: whoever must leave at once has no dialog to close first.
 */
export function KioskDialog({
  actions,
  children,
  ...dialog
}: Omit<DialogProps, 'below' | 'isDismissable'> & {
  /** What is touched next: stays in sight below what may be long. */
  readonly actions?: ReactNode;
}): ReactNode {
  const { texts } = useKiosk();
  return (
    <Dialog
      {...dialog}
      className={`kiosk-dialog ${dialog.className ?? ''}`}
      below={<Commands onClose={dialog.onClose} />}
      isDismissable
    >
      <ReadingPane
        up={texts.phrase('kiosk.frame.scrollUp')}
        down={texts.phrase('kiosk.frame.scrollDown')}
        below={
          actions === undefined
            ? []
            : [
                <div className="kiosk-dialog__actions" key="actions">
                  {actions}
                </div>,
              ]
        }
      >
        <div className="kiosk-dialog__body">{children}</div>
      </ReadingPane>
      <SoonLine />
    </Dialog>
  );
}
