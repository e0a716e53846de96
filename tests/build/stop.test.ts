import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';

const stopFile = pathToFileURL(join(import.meta.dirname, '..', '..', 'build', 'stop.ts')).href;

/** Runs a command of one line in a process in which a library would end everything with 0. */
function run(main: string): { exitCode: number | null; stderr: string } {
  const script = `
    import { runCommand, Stop } from '${stopFile}';
    process.on('beforeExit', () => process.exit(0));
    await runCommand(async () => { ${main} });
  `;
  const ended = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  });
  return { exitCode: ended.status, stderr: ended.stderr };
}

describe('how a command ends', () => {
  test('with the code it decided on, whatever a library would have it be', () => {
    expect(run('return 1;').exitCode).toBe(1);
    expect(run('return 0;').exitCode).toBe(0);
  });

  test('with one sentence and its code where something expected went wrong', () => {
    const { exitCode, stderr } = run("throw new Stop('The door is closed: open it.', 2);");
    expect(exitCode).toBe(2);
    expect(stderr).toBe('The door is closed: open it.\n');
  });

  test('with a trace where something went wrong that nobody expected', () => {
    const { exitCode, stderr } = run("throw new Error('a fault of ours');");
    expect(exitCode).toBe(1);
    expect(stderr).toContain('a fault of ours');
  });
});
