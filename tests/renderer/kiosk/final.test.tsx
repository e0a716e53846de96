// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { KioskView } from '../../../electron/contract/views.ts';
import { placeInSight } from '../../../renderer/kiosk/journey/journey.ts';
import { JourneyScreen } from '../../../renderer/kiosk/journey-screen.tsx';
import { KioskContext } from '../../../renderer/kiosk/kiosk-context.ts';
import { pageRoot } from '../page-root.ts';
import { kioskValue } from './kiosk-value.ts';
import { toFinal, walk } from './walk.ts';

const page = pageRoot();

/** What is said beside the title of the last screen, where five people wait in every queue. */
async function noteWhile(isConnected: boolean): Promise<string | null | undefined> {
  const { journey } = walk(toFinal);
  const queues = ['A', 'B', 'C'].map((letter) => ({ letter, waiting: 5, range: null }));
  const view = { kind: 'kiosk', isOpen: true, takesCodes: false, queues } as unknown as KioskView;
  await page.render(
    <KioskContext value={kioskValue({ journey, view, isConnected })}>
      <JourneyScreen place={placeInSight(journey)} />
    </KioskContext>,
  );
  return document.querySelector('.page__note')?.textContent;
}

it('the last screen says how many wait, and nothing about it once the server is gone', async () => {
  expect(await noteWhile(true)).toContain('5');
  expect(await noteWhile(false)).toBeUndefined();
});
