import { SOURCE_LANGUAGE } from './cross-checks.ts';
import type { ReadContent } from './load-content.ts';
import type { PlaceholderKind } from './message.ts';

const valueTypes: Record<PlaceholderKind, string> = {
  value: 'TextValue',
  number: 'number',
  choice: 'string',
  moment: 'Date | number',
};

/** Files whose keys a component names in code; the rest is reached by the ids of the data. */
const namedInCode = /^(common|kiosk|desk|board|ticket|phone|errors)\.|^offices\.list\./;

/** The TypeScript of `renderer/text/text-keys.ts`: every key with the values its text needs. */
export function textKeySource(read: ReadContent): string {
  const lines = [...(read.texts.get(SOURCE_LANGUAGE)?.values() ?? [])]
    .filter(({ key }) => namedInCode.test(key))
    .map(({ key, placeholders }) => {
      const values = [...placeholders]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([name, kind]) => `    ${name}: ${valueTypes[kind]};`);
      return values.length === 0
        ? `  '${key}': null;`
        : `  '${key}': {\n${values.join('\n')}\n  };`;
    });
  return [
    '// Generated from content/languages/it by `npm run content:generate`. Do not edit.',
    "import type { TextValue } from './phrase.ts';",
    '',
    '/** Every text a component may name, with the values it needs; null where it needs none. */',
    'export interface TextValues {',
    ...lines,
    '}',
    '',
    'export type TextKey = keyof TextValues;',
    '',
  ].join('\n');
}
