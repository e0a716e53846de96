import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { isDisplayThere } from '../../build/display.ts';

test('a display is there when its socket answers', async () => {
  const number = 60_000 + (process.pid % 5_000);
  expect(await isDisplayThere(`:${number}`)).toBe(false);

  const display = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => display.listen(`\0/tmp/.X11-unix/X${number}`, resolve));
  expect(await isDisplayThere(`:${number}`)).toBe(true);
  expect(await isDisplayThere(`unix:${number}.0`)).toBe(true);
  await new Promise((resolve) => display.close(resolve));
});

test('the display of another computer is left to Electron', async () => {
  expect(await isDisplayThere('another.example:0')).toBe(true);
});
