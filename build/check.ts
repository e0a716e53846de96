import { join } from 'node:path';
import { runVisibly } from './child.ts';
import { repositoryFolder } from './places.ts';
import { say } from './progress.ts';
import { runCommand } from './stop.ts';

const tools = join(repositoryFolder, 'node_modules', '.bin');

/** Everything that is checked without running the product, the quick ones first. */
const checks: readonly (readonly [title: string, program: string, ...args: readonly string[]])[] = [
  ['formatting and lint', 'biome', 'check', '.'],
  ['types', 'tsc', '-b'],
  ['module boundaries', 'depcruise', 'electron', 'renderer', 'build'],
  ['unused code', 'knip', '--config', '.knip.jsonc'],
  ['content', 'npm', 'run', '--silent', 'content:check'],
  ['licences', 'npm', 'run', '--silent', 'licences:check'],
];

// `npm run check`: all of them, so that one run shows everything there is to correct.
await runCommand(async () => {
  const failed: string[] = [];
  for (const [title, name, ...args] of checks) {
    const startedAtMs = performance.now();
    const program = name === 'npm' ? name : join(tools, name);
    const exitCode = await runVisibly(program, args, { cwd: repositoryFolder });
    const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1);
    say(`${exitCode === 0 ? 'ok  ' : 'FAIL'} ${title} (${seconds} s)`);
    if (exitCode !== 0) failed.push(title);
  }
  if (failed.length > 0) say(`To correct: ${failed.join(', ')}.`);
  return failed.length === 0 ? 0 : 1;
});
