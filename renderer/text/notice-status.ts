import type { Notice } from '../../electron/contract/content.ts';
import type { Phrase } from './phrase.ts';
import type { TextKey } from './text-keys.ts';
import type { Translator } from './translator.ts';

const STATUS_TEXTS = {
  'summary-to-be-checked': 'kiosk.notices.statusSummary',
  'own-text-to-be-checked': 'kiosk.notices.statusOwn',
  checked: 'kiosk.notices.statusChecked',
} as const satisfies Record<Notice['status'], TextKey>;

/** What our text of a notice is, and whether the Comune has checked it (DESIGN §7.3). */
export function noticeStatus(texts: Translator, { status }: Notice): Phrase {
  return texts.phrase(STATUS_TEXTS[status]);
}
