import { expect, it } from 'vitest';
import type { SportelloClient } from '../../../renderer/client/sportello-client.ts';
import { carryOut } from '../../../renderer/kiosk/effects.ts';
import type { Action, Effect } from '../../../renderer/kiosk/journey/journey.ts';
import { content } from './walk.ts';

const office = { name: 'Ufficio', isDemo: false };

/** A printer that notes when a piece begins and when it is out. */
function printerOf(roll: string[]): SportelloClient {
  const host = async (_: string, { noticeId, part }: { noticeId: string; part: number }) => {
    roll.push(`${noticeId} ${part}`);
    await new Promise((resolve) => setTimeout(resolve));
    return { ok: true, value: { outcome: 'printed', printer: 'ready' } };
  };
  return { host } as unknown as SportelloClient;
}

it('prints one notice after the other, whoever asks for the second', async () => {
  const roll: string[] = [];
  const ended: Action[] = [];
  const client = printerOf(roll);
  // In a translation each notice has two pieces: that, and the Italian.
  const print = (session: number, noticeId: string): Effect => ({
    type: 'printNotice',
    session,
    noticeId,
    language: 'fr',
  });
  await Promise.all(
    [print(1, 'first-level'), print(2, 'queue-system')].map((effect) =>
      carryOut(client, { office, content }, effect, (action) => ended.push(action)),
    ),
  );
  expect(roll).toEqual(['first-level 0', 'first-level 1', 'queue-system 0', 'queue-system 1']);
  expect(ended).toMatchObject([
    { type: 'noticePrintEnded', session: 1, outcome: 'printed' },
    { type: 'noticePrintEnded', session: 2, outcome: 'printed' },
  ]);
});
