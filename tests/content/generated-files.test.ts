import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonSchemaFiles } from '../../electron/content/json-schemas.ts';
import { readContent } from '../../electron/content/load-content.ts';
import { textKeySource } from '../../electron/content/text-key-source.ts';
import { PICTOGRAMS } from '../../electron/contract/content.ts';

const root = join(import.meta.dirname, '..', '..');
const contentDir = join(root, 'content');

describe('what is generated is up to date (if not: npm run content:generate)', () => {
  it('the JSON Schemas that help translators in their editor', () => {
    const written = readdirSync(join(contentDir, 'schema')).sort();
    expect(written).toEqual([...jsonSchemaFiles().keys()].sort());
    for (const [name, text] of jsonSchemaFiles()) {
      const stored: unknown = JSON.parse(readFileSync(join(contentDir, 'schema', name), 'utf8'));
      expect(stored, name).toEqual(JSON.parse(text));
    }
  });

  it('the text keys that components may name', () => {
    const stored = readFileSync(join(root, 'renderer', 'text', 'text-keys.ts'), 'utf8');
    expect(stored).toBe(textKeySource(readContent({ baseDir: contentDir })));
  });

  it('every content file names its schema, so that editors find it', () => {
    for (const [file, source] of readContent({ baseDir: contentDir }).sources) {
      const up = '../'.repeat(file.split('/').length - 1);
      expect(source.text, file).toContain(`"$schema": "${up}schema/`);
    }
  });

  it('every pictogram is used', () => {
    const { content } = readContent({ baseDir: contentDir });
    const used = [...(content?.offerings ?? []), ...(content?.audience ?? [])].map(
      ({ pictogram }) => pictogram,
    );
    expect([...used, 'judicial-mandate'].sort()).toEqual([...PICTOGRAMS].sort());
  });
});
