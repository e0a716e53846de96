// @vitest-environment happy-dom
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { useScan } from '../../../renderer/kiosk/use-scan.ts';
import { useTyping } from '../../../renderer/kiosk/use-typing.ts';

let root: Root;
let heard: string[];

/** A screen that a keyboard writes on, and a reader of codes. */
function Screen(): ReactNode {
  useScan((text) => heard.push(`scanned ${text}`));
  useTyping({
    accepts: /^[0-9A-Z]$/i,
    onKey: (character) => heard.push(character),
    onErase: () => heard.push('erased'),
    onEnter: () => heard.push('entered'),
  });
  return null;
}

beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  heard = [];
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () => root.render(<Screen />));
});

afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
});

function press(key: string, repeat = false): void {
  document.body.dispatchEvent(
    new KeyboardEvent('keydown', { key, repeat, bubbles: true, cancelable: true }),
  );
}

/** As fast as a reader presses them: one right after the other. */
function scan(code: string): void {
  for (const key of [...code, 'Enter']) press(key);
}

it('writes, takes back and goes on by keyboard', () => {
  for (const key of ['m', 'Backspace', 'Enter']) press(key);
  expect(heard).toEqual(['M', 'erased', 'entered']);
});

it('takes a key that is stuck for one press', () => {
  for (const key of ['m', 'Backspace', 'Enter']) {
    press(key);
    for (let times = 0; times < 20; times += 1) press(key, true);
  }
  expect(heard).toEqual(['M', 'erased', 'entered']);
});

it('hears a reader', () => {
  scan('MI5-12345');
  expect(heard).toContain('scanned MI5-12345');
});

it('changes nothing below an open dialog, by keyboard or by reader', () => {
  const dialog = document.body.appendChild(document.createElement('div'));
  dialog.setAttribute('role', 'dialog');
  for (const key of ['m', 'Backspace', 'Enter']) press(key);
  scan('MI5-12345');
  expect(heard).toEqual([]);
  dialog.remove();
  press('m');
  expect(heard).toEqual(['M']);
});
