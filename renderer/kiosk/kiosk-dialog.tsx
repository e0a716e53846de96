import './kiosk-dialog.css';
import type { ReactNode } from 'react';
import { Dialog, type DialogProps } from '../ui/dialog.tsx';
import { ReadingPane } from '../ui/reading-pane.tsx';
import { useKiosk } from './kiosk-context.ts';

/** A dialog of the kiosk: what is longer than its place is moved by buttons, as on every screen. */
export function KioskDialog({
  actions,
  children,
  ...dialog
}: DialogProps & {
  /** What is touched next: stays in sight below what may be long. */
  readonly actions?: ReactNode;
}): ReactNode {
  const { texts } = useKiosk();
  return (
    <Dialog {...dialog} className={`kiosk-dialog ${dialog.className ?? ''}`} isDismissable>
      <ReadingPane
        up={texts.phrase('kiosk.frame.scrollUp')}
        down={texts.phrase('kiosk.frame.scrollDown')}
        below={
          actions === undefined ? undefined : <div className="kiosk-dialog__actions">{actions}</div>
        }
      >
        <div className="kiosk-dialog__body">{children}</div>
      </ReadingPane>
    </Dialog>
  );
}
