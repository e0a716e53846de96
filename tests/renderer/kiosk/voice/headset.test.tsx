// @vitest-environment happy-dom
import { act } from 'react';
import { expect, it, vi } from 'vitest';
import { textsIn } from '../../../support/texts.ts';
import { dispatchKey, heardKiosk } from './heard-kiosk.tsx';

const personal = textsIn('it').spoken('kiosk.voice.personal');

// With a loudspeaker, and a screen that has a personal part.
const { audible, neverEnd, press, hear } = heardKiosk({
  words: (texts) => [personal, texts.spoken('kiosk.voice.welcome'), 'Spesa', 'Casa'],
  sound: { dbaAtFull: 75, headsetDbaAtFull: 95 },
  main: () => (
    <>
      <p data-personal>Spesa</p>
      <p>Casa</p>
    </>
  ),
});

it('is silent from the middle of a word on once it is pulled out', async () => {
  neverEnd();
  await press('F15');
  await vi.waitFor(() => expect(audible()).not.toBeNull());
  let heardAfter = audible();
  await act(async () => {
    dispatchKey('F16');
    // Before the page has been drawn again.
    heardAfter = audible();
  });
  expect(heardAfter).toBeNull();
});

it('has the screen read again once it is plugged in, with what the room could not hear', async () => {
  await press('F2');
  expect(await hear('Casa')).toContain(personal);
  await press('F15');
  expect(await hear('Casa')).toEqual(['Spesa', 'Casa']);
});

it('is heard as softly as was measured for it, not as the loudspeaker', async () => {
  neverEnd();
  await press('F2');
  await vi.waitFor(() => expect(audible()?.volume).toBeCloseTo(10 ** (-10 / 20), 5));
  await press('F15');
  await vi.waitFor(() => expect(audible()?.volume).toBeCloseTo(10 ** (-30 / 20), 5));
});

it('is still there when the voice is turned off and on again', async () => {
  await press('F15');
  await hear('Casa');
  await press('F2');
  await press('F2');
  expect(await hear('Casa')).toContain('Spesa');
});

it('leaves nothing behind that the room could hear, nor have repeated', async () => {
  await press('F15');
  expect(await hear('Casa')).toContain('Spesa');
  await press('F16');
  await press('F3');
  await press('F2');
  expect(await hear('Casa')).not.toContain('Spesa');
  await press('F3');
  expect(await hear('Casa')).not.toContain('Spesa');
});
