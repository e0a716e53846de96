import { createContext, useContext } from 'react';
import type { Content, Language } from '../../electron/contract/content.ts';
import type { Office } from '../../electron/contract/operations.ts';
import type { KioskView } from '../../electron/contract/views.ts';
import type { Translator } from '../text/translator.ts';
import type { Action, Journey, JourneyRules } from './journey/journey.ts';
import type { VoiceOfKiosk } from './voice/use-voice.ts';

/** What every screen of the kiosk sees. */
export interface Kiosk {
  readonly content: Content;
  /** Those that a person may choose, in order. */
  readonly languages: readonly Language[];
  readonly office: Pick<Office, 'name' | 'isDemo'>;
  readonly rules: JourneyRules;
  readonly view: KioskView | null;
  /** False while the view may be old. */
  readonly isConnected: boolean;
  /** Whether the office has a printer here. */
  readonly hasPrinter: boolean;
  readonly texts: Translator;
  readonly journey: Journey;
  /** Whether the low-reach mode can be had on this panel, and changes anything. */
  readonly canBeLow: boolean;
  /** Whether the frame's head is now higher than one reaches while sitting. */
  readonly isHeadOutOfReach: boolean;
  readonly voice: VoiceOfKiosk;
  readonly act: (action: Action) => void;
}

export const KioskContext = createContext<Kiosk | null>(null);

/** Throws outside the kiosk: that is a mistake in the code. */
export function useKiosk(): Kiosk {
  const kiosk = useContext(KioskContext);
  if (kiosk === null) throw new Error('useKiosk needs a KioskContext above it');
  return kiosk;
}
