import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import type { z } from 'zod';
import type { ContentProblem } from '../contract/content.ts';

/** A place inside a JSON value: property names and array positions. */
export type JsonPath = (string | number)[];

/** A JSON file that was read, able to say on which line a value stands. */
export interface JsonSource {
  /** Relative to the content folder, with "/". */
  readonly file: string;
  /** The file that was really read. */
  readonly path: string;
  readonly text: string;
  /** Undefined when the file is not JSON at all. */
  readonly value: unknown;
  /** Where everything stands; undefined when the file is not JSON at all. */
  readonly tree: () => Node | undefined;
}

/** The 1-based line of an offset. */
function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let index = 0; index < offset && index < text.length; index += 1) {
    if (text[index] === '\n') line += 1;
  }
  return line;
}

/** The 1-based line where the value at `path` begins, or that of the nearest thing around it. */
function lineOf(source: JsonSource, path: JsonPath): number {
  const tree = source.tree();
  for (let length = path.length; tree && length > 0; length -= 1) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node)
      return lineAt(source.text, (node.parent?.type === 'property' ? node.parent : node).offset);
  }
  return 1;
}

/** An error of one place of a file, for the person who edits it. */
export function problemAt(
  source: JsonSource,
  path: JsonPath,
  reason: string,
  advice: string,
): ContentProblem {
  return {
    severity: 'error',
    file: source.file,
    path: source.path,
    line: lineOf(source, path),
    reason,
    advice,
  };
}

function repeatedKeys(source: JsonSource, node: Node): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const seen = new Set<string>();
  for (const child of node.children ?? []) {
    const [key, value] = child.type === 'property' ? (child.children ?? []) : [undefined, child];
    if (key && seen.has(String(key.value))) {
      problems.push({
        ...problemAt(source, [], `"${key.value}" is written twice`, 'Keep one of the two.'),
        line: lineAt(source.text, key.offset),
      });
    }
    if (key) seen.add(String(key.value));
    if (value) problems.push(...repeatedKeys(source, value));
  }
  return problems;
}

const syntaxAdvice: Record<string, string> = {
  CommaExpected: 'Put a comma at the end of the line before.',
  PropertyNameExpected: 'Take away the comma before "}", or write the missing name in quotes.',
  ValueExpected: 'Write the missing value, or take away the comma before "]".',
  CloseBraceExpected: 'Close the object with "}".',
  CloseBracketExpected: 'Close the list with "]".',
  ColonExpected: 'Put ":" between the name and its value.',
  EndOfFileExpected: 'Take away what follows the last "}".',
  InvalidCommentToken: 'Take away the comment: JSON has none.',
  UnexpectedEndOfString: 'Close the text with a double quote on the same line.',
  InvalidCharacter: 'Write a line break inside a text as \\n.',
};

/** A string, and the colon that makes it a name. */
const STRING_OR_NAME = /"(?:[^"\\]|\\.)*"(\s*:)?/g;

function namesWritten(text: string): number {
  let count = 0;
  for (const [, colon] of text.matchAll(STRING_OR_NAME)) if (colon !== undefined) count += 1;
  return count;
}

function namesKept(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value);
  const own = Array.isArray(value) ? 0 : inner.length;
  return inner.reduce<number>((sum, each) => sum + namesKept(each), own);
}

/**
 * The value of a file that is in order; undefined where something is wrong. The engine's own parser
 * is many times faster than one that keeps positions, but forgets all names written twice but one.
 */
function valueInOrder(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return namesKept(value) === namesWritten(text) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Reads JSON strictly (no comments, no trailing commas) and can tell the positions. */
export function parseJsonSource(
  file: string,
  path: string,
  text: string,
): { source: JsonSource; problems: ContentProblem[] } {
  const value = valueInOrder(text);
  if (value !== undefined) {
    let positions: Node | undefined;
    const treeOnce = () => {
      positions ??= parseTextTree(text, []);
      return positions;
    };
    return { source: { file, path, text, value, tree: treeOnce }, problems: [] };
  }
  const errors: ParseError[] = [];
  const tree = parseTextTree(text, errors);
  const source: JsonSource = {
    ...{ file, path, text },
    value: tree && getNodeValue(tree),
    tree: () => tree,
  };
  // One damage upsets the parser many times over: the first error is the one to mend.
  const [first] = errors;
  if (first) {
    const name = printParseErrorCode(first.error);
    return {
      source,
      problems: [
        {
          ...problemAt(
            source,
            [],
            `this is not valid JSON (${name})`,
            syntaxAdvice[name] ?? 'Compare the line with the original file.',
          ),
          line: lineAt(text, first.offset),
        },
      ],
    };
  }
  if (tree === undefined) {
    const reason = 'this is nested too deeply to be read';
    return {
      source,
      problems: [problemAt(source, [], reason, 'Check that it is the right file.')],
    };
  }
  return { source, problems: repeatedKeys(source, tree) };
}

/** Undefined where the parser, which calls itself for each level, gives up. */
function parseTextTree(text: string, errors: ParseError[]): Node | undefined {
  const options = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };
  try {
    return parseTree(text, errors, options);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    errors.length = 0;
    return undefined;
  }
}

function nameOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'the file' : `"${path.map(String).join('.')}"`;
}

/** What the schema has against a file, line by line; `whatToDo` where all of it is mended alike. */
export function schemaProblems(
  source: JsonSource,
  error: z.ZodError,
  whatToDo?: string,
): ContentProblem[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) =>
        problemAt(
          source,
          [...path, key],
          `"${key}" is not known here`,
          'Check its spelling, or take it away.',
        ),
      );
    }
    const advice =
      whatToDo ??
      (issue.code === 'invalid_type'
        ? `Write a value of type ${issue.expected}.`
        : 'Correct it; the schema in content/schema says what may stand there.');
    return [problemAt(source, path, `${nameOf(path)}: ${issue.message}`, advice)];
  });
}
