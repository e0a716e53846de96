import './settings-dialog.css';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { useKiosk } from '../kiosk-context.ts';
import { KioskDialog } from '../kiosk-dialog.tsx';
import { ReachSection } from './reach-section.tsx';
import { TextSizeSection } from './text-size-section.tsx';
import { ThemeSection } from './theme-section.tsx';
import { VoiceSection } from './voice-section.tsx';

/** How the screen suits the person: each touch acts at once, and the dialog stays. */
export function SettingsDialog(): ReactNode {
  const { texts, act } = useKiosk();
  const close = () => act({ type: 'choiceClosed' });
  return (
    <KioskDialog
      icon="accessibility"
      className="settings"
      title={texts.phrase('kiosk.display.title')}
      onClose={close}
      actions={
        <Button
          size="large"
          variant="primary"
          icon="check"
          words={texts.phrase('kiosk.display.done')}
          onPress={close}
        />
      }
    >
      <TextSizeSection />
      <ThemeSection />
      <ReachSection />
      <VoiceSection />
    </KioskDialog>
  );
}
