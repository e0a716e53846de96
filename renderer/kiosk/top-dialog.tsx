import type { ReactNode } from 'react';
import { IdleDialog, LanguageDialog } from './dialogs.tsx';
import { useKiosk } from './kiosk-context.ts';
import { SettingsDialog } from './settings/settings-dialog.tsx';

/** One dialog at a time, so that it alone has the focus; what was being chosen comes back after. */
export function TopDialog({ secondsLeft }: { secondsLeft: number | null }): ReactNode {
  const { choosing } = useKiosk().journey;
  if (secondsLeft !== null) return <IdleDialog secondsLeft={secondsLeft} />;
  if (choosing === 'language') return <LanguageDialog />;
  return choosing === 'settings' ? <SettingsDialog /> : null;
}
