import { describe, expect, it } from 'vitest';
import { forwardedOptions, parseStartOptions } from '../../build/start-options.ts';
import { Stop } from '../../build/stop.ts';

const parse = (...args: string[]) => parseStartOptions(args, '/home/clerk');

describe('the options of npm start', () => {
  it('start the whole demo office on port 8400 when none is given', () => {
    expect(parse()).toMatchObject({
      role: 'all',
      port: 8400,
      dataFolder: undefined,
      display: undefined,
      newPasswords: false,
    });
  });

  it('take the data folder from where the command was typed', () => {
    expect(parse('--data', 'office').dataFolder).toBe('/home/clerk/office');
    expect(parse('--data=/srv/office').dataFolder).toBe('/srv/office');
  });

  it('are handed on to the app with absolute paths', () => {
    const options = parse('--port', '0', '--new-passwords', '--role=kiosk');
    expect(forwardedOptions(options, '/srv/office')).toEqual([
      '--data=/srv/office',
      '--port=0',
      '--new-passwords',
    ]);
  });

  it.each([
    [['--colour'], /^Unknown option '--colour'; see npm start -- --help\.$/],
    [['--role', 'printer'], /^--role is all, kiosk, desk, board, server, not "printer"/],
    [['--port', '65536'], /^--port is a number from 0 to 65535, not "65536"/],
    [['--port', 'http'], /^--port is a number/],
    [['--data='], /^--data needs the path of a folder/],
    [['--windowed', '--fullscreen'], /exclude each other/],
    [['kiosk'], /^Unexpected argument 'kiosk'/],
  ])('%j end with one sentence and exit code 2', (args, sentence) => {
    const error = failureOf(() => parse(...args));
    expect(error.message).toMatch(sentence);
    expect(error.message.split('\n')).toHaveLength(1);
    expect(error.exitCode).toBe(2);
  });
});

function failureOf(work: () => unknown): Stop {
  try {
    work();
  } catch (error) {
    if (error instanceof Stop) return error;
    throw error;
  }
  throw new Error('the options were accepted');
}
