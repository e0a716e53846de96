import { describe, expect, test } from 'vitest';
import { parseOptions } from '../../../electron/main/arguments.ts';

/** What was understood, or the sentence for the person who typed it. */
function read(...argv: string[]) {
  const parsed = parseOptions(argv);
  return parsed.ok ? parsed.value : parsed.error;
}

describe('the command line', () => {
  test('without options is the demo office in a window', () => {
    expect(read()).toEqual({
      role: 'all',
      dataFolder: undefined,
      port: undefined,
      isWindowed: true,
      newPasswords: false,
      devTools: false,
    });
  });

  test('takes the app folder and every option, in either form', () => {
    expect(
      read('/opt/app', '--role=board', '--data', '/srv/x', '--port=0', '--new-passwords'),
    ).toMatchObject({
      role: 'board',
      dataFolder: '/srv/x',
      port: 0,
      isWindowed: false,
      newPasswords: true,
    });
  });

  test('fills the screen for the demo office only when asked', () => {
    expect(read('--fullscreen')).toMatchObject({ isWindowed: false });
    expect(read('--role=kiosk')).toMatchObject({ isWindowed: false });
    expect(read('--role=kiosk', '--windowed')).toMatchObject({ isWindowed: true });
  });

  test('lets the switches of the test launcher and of the runtime pass', () => {
    expect(read('--inspect=0', '--remote-debugging-port=0', '/opt/app')).toMatchObject({
      role: 'all',
    });
  });

  test.each([
    [['--role=admin'], 'The role admin is unknown: it is one of all, kiosk, desk, board, server.'],
    [['--port=70000'], 'The port 70000 is no number from 0 to 65535.'],
    [['--port=-1'], 'The port -1 is no number from 0 to 65535.'],
    [['--port=12x'], 'The port 12x is no number from 0 to 65535.'],
    [['--data='], 'The option --data needs a value.'],
    [['--data'], 'The option --data needs a value.'],
    [['--windowed=yes'], 'The option --windowed takes no value.'],
    [['--windowed', '--fullscreen'], 'Choose either --windowed or --fullscreen.'],
    [['--role=kiosk', '--role=board'], 'The option --role is given twice.'],
    [['--rol=kiosk'], 'The option --rol is unknown.'],
    [['/opt/app', 'kiosk'], 'The command line holds a word that is no option.'],
  ])('%j is refused with a sentence', (argv, sentence) => {
    expect(read(...argv)).toBe(sentence);
  });

  test('refuses to run without the sandbox', () => {
    expect(read('--no-sandbox')).toMatch(/sandbox of Chromium is always on/);
  });
});
