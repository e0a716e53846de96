import { getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { type BadRow, columnsOf, type ListRow } from '../../queue/appointments/appointment-list.ts';
import { cellsByColumn, type ReadRows } from './rows.ts';

/** Reads an array of objects; each names its columns itself. */
export function jsonRows(text: string): ReadRows {
  const lineAt = lineCounter(text);
  const notReadable = (offset: number): BadRow => ({
    line: lineAt(offset),
    problem: 'notReadable',
    value: '',
  });
  const errors: ParseError[] = [];
  const tree = parseTextTree(text, errors);
  const [error] = errors;
  if (error !== undefined) return { rows: [], problems: [notReadable(error.offset)] };
  if (tree?.type !== 'array') return { rows: [], problems: [notReadable(0)] };

  const rows: ListRow[] = [];
  const problems: BadRow[] = [];
  for (const entry of tree.children ?? []) {
    const line = lineAt(entry.offset);
    if (entry.type !== 'object') {
      problems.push(notReadable(entry.offset));
      continue;
    }
    const properties = (entry.children ?? []).map(({ children = [] }) => children);
    const head = columnsOf(
      properties.map(([name]) => textOf(name, text)),
      line,
    );
    problems.push(...head.problems);
    if (head.problems.length > 0) continue;
    const values = properties.map(([, value]) => textOf(value, text));
    rows.push({ line, cells: cellsByColumn(head.columns, values) });
  }
  return { rows, problems };
}

/** Tells the line of an offset; each question goes on from the one before. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let counted = 0;
  return (offset) => {
    for (; counted < offset; counted += 1) if (text[counted] === '\n') line += 1;
    return line;
  };
}

/** Undefined where the text is so deeply nested that the parser gives up. */
function parseTextTree(text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text.replace(/^\uFEFF/, ' '), errors, { disallowComments: true });
  } catch {
    return undefined;
  }
}

/** A code of digits alone may be written as a number, and as one longer than a number can hold. */
function textOf(node: Node | undefined, text: string): string {
  if (node === undefined) return '';
  if (node.type === 'number') return text.slice(node.offset, node.offset + node.length);
  const value: unknown = getNodeValue(node);
  return typeof value === 'string' ? value : '';
}
