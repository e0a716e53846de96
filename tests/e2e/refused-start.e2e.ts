import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'playwright/test';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Starts the program and resolves with how it ended. */
async function start(
  dataFolder: string,
  role = 'all',
): Promise<{ exitCode: number | null; said: string }> {
  const program = spawn(
    process.env['SPORTELLO_ELECTRON'] ?? '',
    [process.env['SPORTELLO_APP'] ?? '', `--role=${role}`, `--data=${dataFolder}`, '--port=0'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<number | null>((resolve) => program.once('close', resolve));
  const said = await text(program.stderr);
  return { exitCode: await ended, said };
}

test('a server that cannot start says why before the program ends, each time', async () => {
  const dataFolder = temporaryFolder();
  const file = join(dataFolder, 'sportello.sqlite');
  writeFileSync(file, 'a shopping list');
  // Its last words and its end come by different ways, and once in a few starts the end was first.
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const { exitCode, said } = await start(dataFolder);
    expect(said).toContain('is not a Sportello database');
    expect(exitCode).toBe(1);
  }
  expect(readFileSync(file, 'utf8')).toBe('a shopping list');
  rmSync(dataFolder, { recursive: true });
});

for (const role of ['all', 'kiosk', 'board', 'desk', 'server']) {
  test(`a configuration that is wrong ends the role ${role}, which says so once`, async () => {
    const dataFolder = temporaryFolder();
    writeFileSync(join(dataFolder, 'config.json'), '{\n  "printr": {}\n}\n');
    const { exitCode, said } = await start(dataFolder, role);
    expect(said.split('has the unknown key "printr"')).toHaveLength(2);
    expect(said).toContain('config.json, line 2');
    expect(exitCode).toBe(2);
    rmSync(dataFolder, { recursive: true });
  });
}
