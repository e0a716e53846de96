import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { err, ok, type Result } from '../contract/result.ts';

/** What a placeholder takes: a plural needs a number, a plain one anything that can be written. */
export type PlaceholderKind = 'value' | 'number' | 'choice' | 'moment';

/** The placeholders of a message, by name. */
export type Placeholders = ReadonlyMap<string, PlaceholderKind>;

function collect(
  elements: readonly MessageFormatElement[],
  found: Map<string, PlaceholderKind>,
): void {
  for (const element of elements) {
    switch (element.type) {
      case TYPE.argument:
        // The same name may also be a plural elsewhere in the message; the stricter kind wins.
        if (!found.has(element.value)) found.set(element.value, 'value');
        break;
      case TYPE.number:
        found.set(element.value, 'number');
        break;
      case TYPE.date:
      case TYPE.time:
        found.set(element.value, 'moment');
        break;
      case TYPE.plural:
      case TYPE.select:
        found.set(element.value, element.type === TYPE.plural ? 'number' : 'choice');
        for (const option of Object.values(element.options)) collect(option.value, found);
        break;
      case TYPE.tag:
        collect(element.children, found);
        break;
      default:
        break;
    }
  }
}

/** All that ICU's syntax is made of: a message without them is nothing but text. */
const SYNTAX = /[{}']/;

/** The placeholders of an ICU message, or why it is not one. */
export function placeholdersOf(message: string): Result<Placeholders, string> {
  // Most texts: a kiosk reads thousands before its first screen.
  if (!SYNTAX.test(message)) return ok(new Map());
  const found = new Map<string, PlaceholderKind>();
  try {
    collect(parse(message, { ignoreTag: true }), found);
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
  return ok(found);
}

/**
 * The sentence a message can become when each choice takes each of its branches in turn.
 *
 * @param value stands in each place that a value will take.
 */
export function variantsOf(message: string, value = '0'): string[] {
  const spread = (elements: readonly MessageFormatElement[]): string[] =>
    elements.reduce<string[]>(
      (heads, element) => {
        let tails: string[];
        if (element.type === TYPE.literal) tails = [element.value];
        else if (element.type === TYPE.plural || element.type === TYPE.select) {
          tails = Object.values(element.options).flatMap((option) => spread(option.value));
        } else tails = [value];
        return heads.flatMap((head) => tails.map((tail) => head + tail));
      },
      [''],
    );
  return spread(parse(message, { ignoreTag: true }));
}
