import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLog } from '../../../electron/main/log.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';

it('each line says when, from which process and how grave, as the server’s log does', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'logs', 'main.log');
  const log = openLog(file);
  const before = Date.now();
  log({ event: 'stopping' });
  log({ event: 'startRefused', sentence: 'The option --x is unknown.' });
  const [first, second] = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line));
  expect(first).toEqual({
    level: 30,
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    pid: process.pid,
    event: 'stopping',
  });
  expect(Date.parse(String(first?.['time']))).toBeGreaterThanOrEqual(before);
  expect(second).toMatchObject({ level: 60, sentence: 'The option --x is unknown.' });
  removeFolder(folder);
});
