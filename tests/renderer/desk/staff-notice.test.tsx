// @vitest-environment happy-dom
import { act } from 'react';
import { expect, it } from 'vitest';
import type { Content, Notice } from '../../../electron/contract/content.ts';
import { StaffNotice } from '../../../renderer/desk/staff-notice.tsx';
import { noticePhrases } from '../../../renderer/text/content-phrases.ts';
import { TextProvider } from '../../../renderer/text/text-context.tsx';
import { textsIn } from '../../support/texts.ts';
import { content } from '../kiosk/walk.ts';
import { pageRoot } from '../page-root.ts';

const [shipped] = content.notices.filter(({ readers }) => readers === 'staff');
if (shipped === undefined) throw new Error('There is no notice for staff.');
const ofStaff: Notice = shipped;

const page = pageRoot();

interface Shown {
  readonly language?: string;
  readonly status?: Notice['status'];
  readonly reviewedKeys?: Content['reviewedKeys'];
}

/** The notice as who works here reads it, line by line. */
async function linesOf({
  language = 'it',
  status = ofStaff.status,
  reviewedKeys = content.reviewedKeys,
}: Shown): Promise<string[]> {
  await page.render(
    <TextProvider content={{ ...content, reviewedKeys }} languageCode={language}>
      <StaffNotice notice={{ ...ofStaff, status }} />
    </TextProvider>,
  );
  await act(async () => document.querySelector('button')?.click());
  const lines = document.querySelectorAll('[role="dialog"] span');
  return [...lines].map(({ textContent }) => textContent ?? '');
}

it('says whether the Comune has checked it', async () => {
  const { t } = textsIn('it');
  expect(await linesOf({})).toContain(t('kiosk.notices.statusOwn'));
  const checked = await linesOf({ status: 'checked' });
  expect(checked).toContain(t('kiosk.notices.statusChecked'));
  expect(checked).not.toContain(t('kiosk.notices.statusOwn'));
});

it('stands beside the Italian, with a word that its translation awaits review', async () => {
  const lines = await linesOf({ language: 'en' });
  expect(lines).toContain(textsIn('en').t('common.translationAwaitsReview'));
  const { title, short, points } = noticePhrases(textsIn('it'), ofStaff);
  for (const { text } of [title, ...short, ...points.map(({ body }) => body)]) {
    expect(lines).toContain(text);
  }
});

it('stands alone in Italian, and once somebody has reviewed the translation', async () => {
  const reviewedKeys = { en: Object.keys(content.texts['en'] ?? {}) };
  for (const language of ['it', 'en']) {
    const lines = await linesOf({ language, reviewedKeys });
    expect(lines).not.toContain(textsIn(language).t('common.translationAwaitsReview'));
    expect(document.querySelector('[role="dialog"] [lang="it"]')).toBeNull();
  }
});
