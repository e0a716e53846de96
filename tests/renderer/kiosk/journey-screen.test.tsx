// @vitest-environment happy-dom
import { act } from 'react';
import { expect, it } from 'vitest';
import type { Content } from '../../../electron/contract/content.ts';
import type { Action } from '../../../renderer/kiosk/journey/journey.ts';
import { JourneyScreen } from '../../../renderer/kiosk/journey-screen.tsx';
import { KioskContext } from '../../../renderer/kiosk/kiosk-context.ts';
import { textsIn } from '../../support/texts.ts';
import { pageRoot } from '../page-root.ts';
import { kioskValue } from './kiosk-value.ts';
import { content } from './walk.ts';

const page = pageRoot();

it('has calm words and a way on in place of a screen that fails', async () => {
  const done: Action[] = [];
  const { offerings: _, ...rest } = content;
  const damaged = kioskValue({
    content: rest as Content,
    act: (action) => void done.push(action),
  });
  await page.render(
    <KioskContext value={damaged}>
      <JourneyScreen place={{ name: 'needs', page: 0 }} />
    </KioskContext>,
  );
  const title = document.querySelector('h1');
  expect(title?.textContent).toBe(textsIn('it').t('kiosk.problems.unexpectedTitle'));
  expect(document.activeElement).toBe(title);
  await act(async () => document.querySelector<HTMLElement>('button')?.click());
  expect(done).toEqual([{ type: 'finished' }]);
});
