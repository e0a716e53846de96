// @vitest-environment happy-dom
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { failureLines } from '../../../renderer/kiosk/failure-lines.ts';
import { PageBoundary } from '../../../renderer/kiosk/page-boundary.tsx';
import { textsIn } from '../../support/texts.ts';
import { content } from './walk.ts';

let root: Root;

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  root = createRoot(document.body, { onCaughtError: () => undefined });
});

afterEach(async () => {
  await act(async () => root.unmount());
});

function Broken(): ReactNode {
  throw new Error('The frame is broken');
}

/** What is left of a page that fails while this language is chosen: each line, and its language. */
async function leftIn(language: string): Promise<(string | null)[][]> {
  await act(async () =>
    root.render(
      <PageBoundary lines={failureLines(content, language)}>
        <Broken />
      </PageBoundary>,
    ),
  );
  return [...document.querySelectorAll('p')].map((line) => [
    line.textContent,
    line.getAttribute('lang'),
    line.getAttribute('dir'),
  ]);
}

const lineIn = (language: string) => textsIn(language).t('kiosk.problems.unexpectedLine');

it('says in Italian and in the chosen language, each its own way, that the desk is there', async () => {
  expect(await leftIn('ar')).toEqual([
    [lineIn('it'), 'it-IT', 'ltr'],
    [lineIn('ar'), textsIn('ar').language.localeTag, 'rtl'],
  ]);
});

it('says it once to who has chosen Italian', async () => {
  expect(await leftIn('it')).toEqual([[lineIn('it'), 'it-IT', 'ltr']]);
});

it('keeps its picture, also where nothing is known yet that it could say', async () => {
  await act(async () =>
    root.render(
      <PageBoundary>
        <Broken />
      </PageBoundary>,
    ),
  );
  expect(document.querySelector('main svg')).not.toBeNull();
  expect(document.body.textContent).toBe('');
});
