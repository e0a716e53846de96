import type { Notice, OfficialNoticeText } from '../../electron/contract/content.ts';
import type { Phrase } from './phrase.ts';
import type { Translator } from './translator.ts';

/** Of when our summary is. */
export function summaryVersion(texts: Translator, { version, date }: Notice): Phrase {
  return texts.phrase('kiosk.notices.version', { version, date: texts.date(date) });
}

/** Of when the official text is, as far as the office has said so: our summary's day is another. */
export function officialVersion(texts: Translator, { issue }: OfficialNoticeText): Phrase {
  if (issue === null) return texts.phrase('kiosk.notices.officialUndated');
  const date = texts.date(issue.date);
  return issue.version === null
    ? texts.phrase('kiosk.notices.officialDate', { date })
    : texts.phrase('kiosk.notices.officialVersion', { version: issue.version, date });
}
