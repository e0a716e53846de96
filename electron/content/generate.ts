import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemaFiles } from './json-schemas.ts';
import { describeProblem, readContent } from './load-content.ts';
import { textKeySource } from './text-key-source.ts';

// `npm run content:generate`: writes what is derived from the content and from its schemas.
const root = join(import.meta.dirname, '..', '..');
const read = readContent({ baseDir: join(root, 'content') });
if (read.content) {
  mkdirSync(join(root, 'content', 'schema'), { recursive: true });
  for (const [name, text] of jsonSchemaFiles()) {
    writeFileSync(join(root, 'content', 'schema', name), text);
  }
  writeFileSync(join(root, 'renderer', 'text', 'text-keys.ts'), textKeySource(read));
} else {
  process.stderr.write(`${read.problems.map(describeProblem).join('\n')}\n`);
  process.exitCode = 1;
}
