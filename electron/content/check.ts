import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { ContentProblem } from '../contract/content.ts';
import { editorialProblems } from './editorial-checks.ts';
import { describeProblem, readContent } from './load-content.ts';

// `npm run content:check`: every problem of the content with file and line.

const usage = `Checks the content files and lists every problem with file and line.

  npm run content:check -- [--dir DIR] [--override DIR]

  --dir DIR       the content to check (default: content/)
  --override DIR  an office's own files, which take the place of those of the same path
`;

/** Paths as they can be clicked or typed from here. */
function line(problem: ContentProblem): string {
  const path = relative(process.cwd(), problem.path);
  return describeProblem({ ...problem, path: path.startsWith('..') ? problem.path : path });
}

function check(): number {
  let values: {
    dir?: string | undefined;
    override?: string | undefined;
    help?: boolean | undefined;
  };
  try {
    ({ values } = parseArgs({
      options: {
        dir: { type: 'string' },
        override: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return 2;
  }
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const read = readContent({
    baseDir: values.dir ?? join(import.meta.dirname, '..', '..', 'content'),
    overrideDir: values.override,
  });
  const problems = [...read.problems, ...editorialProblems(read)].sort(
    (a, b) => a.path.localeCompare(b.path) || a.line - b.line,
  );
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  for (const problem of errors) process.stdout.write(`${line(problem)}\n`);
  for (const problem of warnings) process.stdout.write(`warning: ${line(problem)}\n`);
  process.stdout.write(`Content: ${errors.length} errors, ${warnings.length} warnings.\n`);
  return errors.length > 0 ? 1 : 0;
}

process.exitCode = check();
