import { toCardinal as englishWords } from 'n2words/en-GB';
import { toCardinal as italianWords } from 'n2words/it-IT';

/** Languages whose numbers we write out. Elsewhere digits are left to the voice. */
const inWords: Readonly<Record<string, (value: number) => string>> = {
  it: italianWords,
  en: englishWords,
};

/**
 * The three digits of a ticket as they are said: the zeros in front one by one, then the number,
 * "042" → "zero quarantadue". A voice left alone with "A042" says "a quarantadue" or spells it.
 */
export function spokenDigits(digits: string, languageCode: string): string {
  const zeros = /^0*/.exec(digits)?.[0].length ?? 0;
  const rest = digits.slice(zeros);
  const words = inWords[languageCode];
  const parts = [...Array.from({ length: zeros }, () => 0), ...(rest === '' ? [] : [Number(rest)])];
  return parts.map((part) => (words ? words(part) : String(part))).join(' ');
}
