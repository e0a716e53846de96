import type { Content, Language } from '../../electron/contract/content.ts';
import { formsOf } from '../../electron/contract/content-rules.ts';
import type { TextKey } from '../text/text-keys.ts';

/** What a page that failed still says, in one language. */
export interface FailureLine {
  readonly text: string;
  readonly language: Language;
}

const KEY = 'kiosk.problems.unexpectedLine' satisfies TextKey;

/**
 * The line in Italian and, where another is chosen, in that language: plain text, made before
 * anything fails, for what makes the other texts may be what fails.
 */
export function failureLines(
  { languages, texts }: Pick<Content, 'languages' | 'texts'>,
  chosen: string,
): FailureLine[] {
  return [...new Set(['it', chosen])].flatMap((code) => {
    const language = languages.find((each) => each.code === code);
    const line = texts[code]?.[KEY];
    return language === undefined || line === undefined
      ? []
      : [{ text: formsOf(line).text, language }];
  });
}
