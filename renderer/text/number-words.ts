import { toCardinal as englishWords } from 'n2words/en-GB';
import { toCardinal as italianWords } from 'n2words/it-IT';

/** Languages whose numbers we write out. Elsewhere digits are left to the voice. */
const inWords: Readonly<Record<string, (value: number) => string>> = {
  it: italianWords,
  en: englishWords,
};

/**
 * The three digits of a ticket as they are said: the zeros in front one by one, then the hundreds,
 * then the rest, "042" → "zero quarantadue". A voice left alone with "A042" says "a quarantadue" or
 * spells it. The hundreds stand apart so that few clips say all the numbers there are.
 */
export function spokenDigits(digits: string, languageCode: string): string {
  const zeros = /^0*/.exec(digits)?.[0].length ?? 0;
  const number = Number(digits);
  const rest = number % 100;
  const parts = [...Array.from({ length: zeros }, () => 0), number - rest, rest];
  const words = inWords[languageCode];
  return parts
    .filter((part, index) => index < zeros || part > 0)
    .map((part) => (words ? words(part) : String(part)))
    .join(' ');
}
