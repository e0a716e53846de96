import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import type { Readable } from 'node:stream';
import { Stop } from './stop.ts';

/** An X display without a screen, on which windows of any orientation fit. */
export type VirtualDisplay = {
  /** For DISPLAY, e.g. `:99`. */
  readonly name: string;
  readonly stop: () => Promise<void>;
};

const startTimeoutMs = 15_000;

/**
 * Starts Xvfb on the first free display. Its 3000×2200 pixels hold the kiosk upright (1080×1920)
 * and lying (1920×1080) in full, so that no window manager or screen size decides a test.
 */
export async function startVirtualDisplay(): Promise<VirtualDisplay> {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '3000x2200x24', '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => resolve());
    server.once('error', () => resolve());
  });
  const number = await Promise.race([
    firstLine(server.stdio[3] as Readable),
    ended.then((): undefined => undefined),
    new Promise<undefined>((resolve) =>
      setTimeout(() => resolve(undefined), startTimeoutMs).unref(),
    ),
  ]);
  if (number === undefined) {
    server.kill('SIGKILL');
    throw new Stop('Xvfb, the display for tests, did not start: run Xvfb -displayfd 1 to see why.');
  }
  return {
    name: `:${number}`,
    async stop() {
      server.kill();
      await ended;
    },
  };
}

/**
 * Whether something answers as an X display, e.g. `:0`. Displays of other computers (`host:0`)
 * count as there: only the display itself can tell.
 */
export async function isDisplayThere(name: string): Promise<boolean> {
  const number = /^(?:unix)?:(\d+)(?:\.\d+)?$/.exec(name)?.[1];
  if (number === undefined) return true;
  const socket = `/tmp/.X11-unix/X${number}`;
  // X listens on both: in the file system, and in Linux's abstract names (unix(7)).
  return (await answers(socket)) || (await answers(`\0${socket}`));
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const end = (isThere: boolean): void => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

async function firstLine(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return text.trim();
}
