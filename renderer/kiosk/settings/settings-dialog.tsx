import './settings-dialog.css';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ReadingPane } from '../../ui/reading-pane.tsx';
import { useKiosk } from '../kiosk-context.ts';
import { ReachSection } from './reach-section.tsx';
import { TextSizeSection } from './text-size-section.tsx';
import { ThemeSection } from './theme-section.tsx';
import { VoiceSection } from './voice-section.tsx';

/** How the screen suits the person: each touch acts at once, and the dialog stays. */
export function SettingsDialog(): ReactNode {
  const { texts, act } = useKiosk();
  const close = () => act({ type: 'choiceClosed' });
  return (
    <Dialog
      icon="accessibility"
      className="settings"
      title={texts.phrase('kiosk.display.title')}
      isDismissable
      onClose={close}
    >
      <ReadingPane
        up={texts.phrase('kiosk.frame.scrollUp')}
        down={texts.phrase('kiosk.frame.scrollDown')}
      >
        <div className="settings__sections">
          <TextSizeSection />
          <ThemeSection />
          <ReachSection />
          <VoiceSection />
        </div>
      </ReadingPane>
      <Button
        size="large"
        variant="primary"
        icon="check"
        words={texts.phrase('kiosk.display.done')}
        onPress={close}
      />
    </Dialog>
  );
}
