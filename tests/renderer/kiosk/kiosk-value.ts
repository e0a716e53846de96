import { offeredLanguages } from '../../../electron/contract/content-rules.ts';
import { newJourney } from '../../../renderer/kiosk/journey/journey.ts';
import type { Kiosk } from '../../../renderer/kiosk/kiosk-context.ts';
import { textsIn } from '../../support/texts.ts';
import { content, rules } from './walk.ts';

const texts = textsIn('it');

/** What the screens of a kiosk know, at the beginning of a journey, but for what is given. */
export function kioskValue(given: Partial<Kiosk> = {}): Kiosk {
  return {
    ...{ content, rules, journey: newJourney(rules), view: null, isConnected: true, texts },
    languages: offeredLanguages(content),
    office: { name: 'Ufficio', isDemo: false },
    ...{ hasPrinter: true, canBeLow: false, isHeadOutOfReach: false },
    voice: { hasVoice: true, isSpeaking: () => false, repeat: () => undefined },
    act: () => undefined,
    ...given,
  };
}
