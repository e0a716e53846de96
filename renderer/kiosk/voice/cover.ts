import { clipName } from '../../../electron/contract/clip-name.ts';

/**
 * Words, numbers, and single characters of scripts that put no space between words. A joiner
 * (U+200C, U+200D) and a mark belong to their word.
 */
const TOKEN = /\p{Script=Han}|\p{N}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\u200c\u200d])+/gu;

/** A piece of a text from one token on, and how many tokens it takes. */
interface Piece {
  readonly names: readonly string[];
  readonly tokens: number;
}

/**
 * The fewest clips that say a text, by their names in order; null where some of it has none. A
 * number without a clip of its own is said digit by digit.
 */
export function cover(text: string, hasClip: (name: string) => boolean): string[] | null {
  const whole = clipName(text);
  if (whole === '') return [];
  if (hasClip(whole)) return [whole];

  const plain = text.normalize('NFC');
  const tokens = [...plain.matchAll(TOKEN)];
  const startOf = (index: number) => tokens[index]?.index ?? plain.length;

  const piecesFrom = (first: number): Piece[] => {
    const found: Piece[] = [];
    for (let next = first + 1; next <= tokens.length; next += 1) {
      // With the signs that follow, for a question has a melody of its own; else without them.
      const name = clipName(plain.slice(startOf(first), startOf(next)));
      const known = [name, name.replace(/[?？؟]+$/u, '')].find(hasClip);
      if (known !== undefined) found.push({ names: [known], tokens: next - first });
    }
    const digits = [...(tokens[first]?.[0] ?? '')];
    const isWholeKnown = found.some((piece) => piece.tokens === 1);
    if (!isWholeKnown && digits.every((digit) => /\p{N}/u.test(digit) && hasClip(digit))) {
      found.push({ names: digits, tokens: 1 });
    }
    return found;
  };

  // The best way to say what follows each token, from the last one back.
  const best: (string[] | null)[] = [];
  best[tokens.length] = [];
  for (let first = tokens.length - 1; first >= 0; first -= 1) {
    let fewest: string[] | null = null;
    for (const { names, tokens: taken } of piecesFrom(first)) {
      const rest = best[first + taken] ?? null;
      if (rest === null) continue;
      if (fewest === null || names.length + rest.length < fewest.length) {
        fewest = [...names, ...rest];
      }
    }
    best[first] = fewest;
  }
  return best[0] ?? null;
}
