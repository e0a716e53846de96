import type { ConfiguredOffice, Content, ContentText, Language, Notice } from './content.ts';

/*
 * What follows from content. Apart from the schemas of its files, which a page over IPC never needs
 * and would have to build before its first screen.
 */

/** Names of the files in `content/languages/<code>/` that every language has. */
export const PUBLIC_LANGUAGE_FILES = [
  'common',
  'kiosk',
  'ticket',
  'phone',
  'offerings',
  'mandated-services',
  'audience',
  'residence',
  'notices',
  'offices',
  'help',
] as const;

/** Those that only a language for staff has. The board speaks the office's first language. */
export const STAFF_LANGUAGE_FILES = ['desk', 'board', 'errors', 'notices-for-staff'] as const;

export type LanguageFileName =
  | (typeof PUBLIC_LANGUAGE_FILES)[number]
  | (typeof STAFF_LANGUAGE_FILES)[number];

/** What is read of a text, and what is said. */
export function formsOf(text: ContentText): { readonly text: string; readonly spoken: string } {
  return typeof text === 'string' ? { text, spoken: text } : text;
}

/** Where the texts of a notice are: the file, and the beginning of their keys. */
export function noticeTexts({ id, readers }: Pick<Notice, 'id' | 'readers'>): string {
  return `${readers === 'staff' ? 'notices-for-staff' : 'notices'}.${id}`;
}

/** Whether the text of a key is one that every language has, and citizens see in theirs. */
function isForCitizens(key: string): boolean {
  return PUBLIC_LANGUAGE_FILES.some((file) => key.startsWith(`${file}.`));
}

/** Whether every text of a language that citizens see has been reviewed as it stands. */
function isReviewed(content: Content, code: string): boolean {
  const reviewed = new Set(content.reviewedKeys[code]);
  return Object.keys(content.texts[code] ?? {}).every(
    (key) => !isForCitizens(key) || reviewed.has(key),
  );
}

/** The languages a citizen may choose, in order (DESIGN §7.12). Italian is what the rest follows. */
export function offeredLanguages(content: Content): Language[] {
  const { invented, kiosk } = content.office;
  return content.languages.filter(
    ({ code }) =>
      code === 'it' ||
      invented ||
      kiosk.unreviewedLanguages === 'beside-italian' ||
      isReviewed(content, code),
  );
}

/** The queue that answers for an offering, or null when the office has none. */
export function queueForOffering(office: ConfiguredOffice, offeringId: string): string | null {
  return office.queues.find((queue) => queue.offerings.includes(offeringId))?.letter ?? null;
}
