import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Review } from '../contract/content.ts';
import type { LocatedText } from './language-source.ts';
import { describeProblem, readContent } from './load-content.ts';

// `npm run content:review`: writes down that a person has read the texts of a language.

const usage = `Writes down who has reviewed the texts of a language, as they stand now.

  npm run content:review -- --language CODE --by NAME [--only PART] [--dir DIR] [--override DIR]

  --language CODE  the language, for example ar
  --by NAME        the name of the person who has read the texts and answers for them
  --only PART      only texts whose key begins with it, for example residence.
  --dir DIR        the content (default: content/)
  --override DIR   an office's own files, which take the place of those of the same path; the
                   reviews of its texts, and of those it has not changed, are written there

A text that is changed later awaits review again.
`;

const nextStep =
  'Bring the folder to every computer of the office, and start the program there again.\n';

/** The reviews of a language with those of the texts that were read now. */
function reviewsWith(
  texts: Iterable<LocatedText>,
  { by, on, only }: { by: string; on: string; only: string },
): Record<string, Review> {
  const reviews = [...texts].flatMap(({ key, text, spoken, review }) => {
    const now = { reviewedBy: by, reviewedOn: on, text, spoken };
    const kept = key.startsWith(only) ? now : review;
    return kept === null ? [] : [[key, kept] as const];
  });
  return Object.fromEntries(reviews);
}

function review(): number {
  let values: {
    language?: string;
    by?: string;
    only: string;
    dir: string;
    override?: string;
    help?: boolean;
  };
  try {
    ({ values } = parseArgs({
      options: {
        language: { type: 'string' },
        by: { type: 'string' },
        only: { type: 'string', default: '' },
        dir: { type: 'string', default: join(import.meta.dirname, '..', '..', 'content') },
        override: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return 2;
  }
  const { language, by, only, dir, override } = values;
  if (values.help === true || language === undefined || by === undefined || by.trim() === '') {
    process.stdout.write(usage);
    return values.help === true ? 0 : 2;
  }
  const read = readContent({ baseDir: dir, overrideDir: override });
  const texts = read.texts.get(language);
  if (read.content === null || texts === undefined) {
    const problems = read.problems.map(describeProblem);
    process.stderr.write(
      `${[...problems, texts ? '' : `There is no language "${language}".`].join('\n')}\n`,
    );
    return 1;
  }
  const on = new Date().toISOString().slice(0, 10);
  const reviews = reviewsWith(texts.values(), { by: by.trim(), on, only });
  const file = join(override ?? dir, 'languages', language, 'reviews.json');
  mkdirSync(dirname(file), { recursive: true });
  // An office's own folder has no schemas.
  const schema = override === undefined ? { $schema: '../../schema/reviews.schema.json' } : {};
  writeFileSync(file, `${JSON.stringify({ ...schema, reviews }, null, 2)}\n`);
  const count = Object.keys(reviews).length;
  process.stdout.write(`${count} texts of "${language}" are reviewed: ${file}\n`);
  if (override !== undefined) process.stdout.write(nextStep);
  return 0;
}

process.exitCode = review();
