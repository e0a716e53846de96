// @vitest-environment happy-dom
import { act, type ReactNode, useLayoutEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it } from 'vitest';
import { useViewport } from '../../../renderer/ui/use-viewport.ts';

function resizeTo(width: number): void {
  Object.assign(window, { innerWidth: width });
  window.dispatchEvent(new Event('resize'));
}

function Measured({ onDrawn }: { onDrawn: () => void }): ReactNode {
  const { width } = useViewport();
  useLayoutEffect(onDrawn, [onDrawn]);
  return width;
}

it('knows of a window that changes, also while the page is drawn for the first time', async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const root = createRoot(document.body);
  const turned = () => resizeTo(1080);
  resizeTo(1920);
  await act(async () => root.render(<Measured onDrawn={turned} />));
  expect(document.body.textContent).toBe('1080');
  await act(async () => resizeTo(1920));
  expect(document.body.textContent).toBe('1920');
  await act(async () => root.unmount());
});
