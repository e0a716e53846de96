// @vitest-environment happy-dom
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { failureLines } from '../../../renderer/kiosk/failure-lines.ts';
import { PageBoundary } from '../../../renderer/kiosk/page-boundary.tsx';
import { textsIn } from '../../support/texts.ts';
import { pageRoot } from '../page-root.ts';
import { content } from './walk.ts';

const page = pageRoot();

function Broken(): ReactNode {
  throw new Error('The frame is broken');
}

/** What is left of a page that fails while this language is chosen: each line, and its language. */
async function leftIn(language: string): Promise<(string | null)[][]> {
  await page.render(
    <PageBoundary lines={failureLines(content, language)}>
      <Broken />
    </PageBoundary>,
  );
  return [...document.querySelectorAll('h1')].map((line) => [
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
  await page.render(
    <PageBoundary>
      <Broken />
    </PageBoundary>,
  );
  expect(document.querySelector('main svg')).not.toBeNull();
  expect(document.body.textContent).toBe('');
});
