import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { operations } from '../../../electron/contract/operations.ts';
import { err } from '../../../electron/contract/result.ts';
import { withPlace } from '../../../electron/main/kiosk-place.ts';

/** What a kiosk sends. */
function kiosk(place: string | undefined) {
  const sent: unknown[] = [];
  const call = withPlace(
    async (name, input) => {
      sent.push(operations[name].input.parse(input));
      return err({ code: 'unavailable' });
    },
    async () => place,
  );
  return { call, sent };
}

test('a call for help, and what the kiosk says of itself, say where it stands', async () => {
  const { call, sent } = kiosk('all’ingresso');
  const commandId = randomUUID();
  await call('callHelp', { commandId });
  await call('reportDevice', { printer: 'paperOut', content: null });
  expect(sent).toEqual([
    { commandId, place: 'all’ingresso' },
    { printer: 'paperOut', content: null, place: 'all’ingresso' },
  ]);
});

test('the page of the kiosk cannot name another place', async () => {
  const { call, sent } = kiosk('all’ingresso');
  const commandId = randomUUID();
  await call('callHelp', { commandId, place: 'altrove' });
  expect(sent).toEqual([{ commandId, place: 'all’ingresso' }]);
});

test('nor any, where the office has not said it', async () => {
  const { call, sent } = kiosk(undefined);
  const commandId = randomUUID();
  await call('callHelp', { commandId, place: 'altrove' });
  expect(sent).toEqual([{ commandId }]);
});

test('a ticket knows nothing of it', async () => {
  const { call, sent } = kiosk('all’ingresso');
  const input = {
    commandId: randomUUID(),
    queue: 'A',
    entry: 'walkIn',
    hasPriority: false,
  } as const;
  await call('issueTicket', input);
  expect(sent).toEqual([input]);
});
