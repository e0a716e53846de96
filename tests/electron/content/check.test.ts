import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyOfContent, replaceIn, temporaryFolder, writeIn } from './content-folder.ts';

const script = join(import.meta.dirname, '..', '..', '..', 'electron', 'content', 'check.ts');

function check(...args: string[]): { status: number | null; lines: string[] } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
  });
  return { status, lines: `${stdout}${stderr}`.trim().split('\n') };
}

describe('npm run content:check', () => {
  it('passes what ships, and warns of what people still have to do', () => {
    const { status, lines } = check();
    expect(status).toBe(0);
    expect(lines.at(-1)).toMatch(/^Content: 0 errors, \d+ warnings\.$/);
    expect(lines.filter((line) => line.includes('the official text is missing'))).toHaveLength(2);
    for (const file of ['help', 'board', 'desk', 'errors', 'notices-for-staff']) {
      expect(lines).toContainEqual(
        expect.stringMatching(
          new RegExp(`languages/en/${file}\\.json:1: all its \\d+ texts await review`),
        ),
      );
    }
  });

  it('fails on a damaged file, saying file, line, reason and what to do', () => {
    const folder = copyOfContent();
    const line = replaceIn(folder, 'offices.json', '"telephone-only"', '"walk-in"');
    const { status, lines } = check('--dir', folder);
    expect(status).toBe(1);
    expect(lines[0]).toMatch(
      new RegExp(`^${join(folder, 'offices.json')}:${line}: .*offices\\.12\\.access.* — .+`),
    );
  });

  it('refuses words that do not belong on the screens', () => {
    const folder = copyOfContent();
    replaceIn(folder, 'languages/it/kiosk.json', 'Buongiorno. Come', 'Gentile utente! Come');
    replaceIn(folder, 'languages/it/help.json', 'Chiami il 112', 'Chiami il 112 o il 114');
    const { status, lines } = check('--dir', folder);
    expect(status).toBe(1);
    expect(lines.filter((line) => / says "(utente|!|114)"/.test(line))).toHaveLength(3);
  });

  it('refuses a text too long for its place', () => {
    const folder = copyOfContent();
    replaceIn(
      folder,
      'languages/it/offerings.json',
      '"Aiuto a casa"',
      '"Aiuto a casa per chi ne ha bisogno"',
    );
    replaceIn(
      folder,
      'languages/it/offerings.json',
      '"label": "Centri diurni"',
      '"label": "Centri"',
    );
    const { lines } = check('--dir', folder);
    expect(lines.filter((line) => line.includes('.label" has'))).toHaveLength(2);
  });

  it('wants one sentence for what it is and one for whom', () => {
    const folder = copyOfContent();
    replaceIn(
      folder,
      'languages/it/offerings.json',
      'ha bisogno di un sostegno.',
      'ha bisogno di un sostegno. E altro.',
    );
    expect(check('--dir', folder).lines[0]).toContain('has 2 sentences');
  });

  it('counts nine offerings, five services on a mandate and nineteen offices', () => {
    const folder = copyOfContent();
    writeIn(
      folder,
      'mandated-services.json',
      JSON.stringify({ mandatedServices: [{ id: 'giunco', order: 1 }] }),
    );
    expect(check('--dir', folder).lines[0]).toContain('there are 1 mandatedServices');
  });

  it('checks an office’s own files with --override, and finds the official text there', () => {
    const own = temporaryFolder();
    writeIn(own, 'notices/first-level.official.it.txt', 'Testo.');
    const { status, lines } = check('--override', own);
    expect(status).toBe(0);
    expect(lines.filter((line) => line.includes('the official text is missing'))).toHaveLength(1);
    expect(lines.join('\n')).toContain('the official text in "it" does not say of when it is');
  });

  it('explains an option it does not know', () => {
    const { status, lines } = check('--folder', 'x');
    expect(status).toBe(2);
    expect(lines.join('\n')).toContain('--override');
  });
});
