// @vitest-environment happy-dom
import { act, type ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useTouchShield } from '../../../renderer/kiosk/use-touch-shield.ts';
import { pageRoot } from '../page-root.ts';

const page = pageRoot();

function Screen({ name }: { name: string }): ReactNode {
  useTouchShield(name);
  return name;
}

const shieldInPage = () => document.querySelector<HTMLElement>('.touch-shield');

function touch(target: EventTarget, x: number, y: number): void {
  target.dispatchEvent(new PointerEvent('pointerdown', { clientX: x, clientY: y, bubbles: true }));
}

const pass = (ms: number) => act(async () => vi.advanceTimersByTime(ms));

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  await page.render(<Screen name="first" />);
});
afterEach(() => {
  vi.useRealTimers();
});

it('lies where the last touch was as soon as another screen comes of it, and goes by itself', async () => {
  touch(window, 30, 40);
  expect(shieldInPage()).toBeNull();
  await page.render(<Screen name="second" />);
  expect([shieldInPage()?.style.left, shieldInPage()?.style.top]).toEqual(['30px', '40px']);
  await pass(799);
  expect(shieldInPage()).not.toBeNull();
  await pass(1);
  expect(shieldInPage()).toBeNull();
});

it('stays as long as a finger goes on touching it', async () => {
  touch(window, 30, 40);
  await page.render(<Screen name="second" />);
  for (let times = 0; times < 5; times += 1) {
    await pass(700);
    const shield = shieldInPage();
    expect(shield).not.toBeNull();
    if (shield !== null) touch(shield, 31, 41);
  }
  await pass(800);
  expect(shieldInPage()).toBeNull();
});

it('is only one, and goes with the kiosk', async () => {
  touch(window, 30, 40);
  await page.render(<Screen name="second" />);
  touch(window, 500, 600);
  await page.render(<Screen name="third" />);
  expect(document.querySelectorAll('.touch-shield')).toHaveLength(1);
  expect(shieldInPage()?.style.left).toBe('500px');
  await page.render(null);
  expect(shieldInPage()).toBeNull();
});

it('is not there for a screen that comes by itself, nor while the screen stays', async () => {
  await page.render(<Screen name="second" />);
  expect(shieldInPage()).toBeNull();
  touch(window, 30, 40);
  await page.render(<Screen name="second" />);
  expect(shieldInPage()).toBeNull();
});
