// @vitest-environment happy-dom
import { act, type ReactNode } from 'react';
import { expect, it } from 'vitest';
import type { Result } from '../../../electron/contract/result.ts';
import { useAnswer } from '../../../renderer/client/use-answer.ts';
import { pageRoot } from '../page-root.ts';

const page = pageRoot();
/** What answers each question that is still open, in order. */
let open: ((answer: Result<string, string>) => void)[] = [];

function ask(): Promise<Result<string, string>> {
  return new Promise((resolve) => open.push(resolve));
}

function Asker({ isConnected }: { isConnected: boolean }): ReactNode {
  return useAnswer(ask, isConnected) ?? 'nothing';
}

const answer = (value: string) => act(async () => open.shift()?.({ ok: true, value }));
const shown = () => document.body.textContent;

it('asks a server that has come back again, and keeps its word of before until it answers', async () => {
  open = [];
  await page.render(<Asker isConnected />);
  expect(shown()).toBe('nothing');
  await answer('queues A and B');
  expect(shown()).toBe('queues A and B');
  // A server that does not answer any more.
  await page.render(<Asker isConnected={false} />);
  open = [];
  await page.render(<Asker isConnected />);
  expect(shown()).toBe('queues A and B');
  await answer('queues C and D');
  expect(shown()).toBe('queues C and D');
  expect(open).toEqual([]);
});
