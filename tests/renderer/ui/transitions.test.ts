// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { keepTransitionsUnlisted } from '../../../renderer/ui/transitions.ts';

it('no transition is told to whoever keeps a list of them on the page', () => {
  const listed: string[] = [];
  document.addEventListener('transitionrun', () => listed.push('run'));
  document.addEventListener('transitionend', () => listed.push('end'));
  keepTransitionsUnlisted(window);
  const button = document.body.appendChild(document.createElement('button'));
  button.dispatchEvent(new Event('transitionrun', { bubbles: true }));
  button.dispatchEvent(new Event('transitionend', { bubbles: true }));
  expect(listed).toEqual(['end']);
});
