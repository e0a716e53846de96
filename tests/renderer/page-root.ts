import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach } from 'vitest';

/** The page that each test of a file begins with anew; what fails on it is not told on the console. */
export function pageRoot(): { render(drawn: ReactNode): Promise<void> } {
  let root: Root;
  beforeEach(() => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    root = createRoot(document.body, { onCaughtError: () => undefined });
  });
  afterEach(() => act(async () => root.unmount()));
  return { render: (drawn) => act(async () => root.render(drawn)) };
}
