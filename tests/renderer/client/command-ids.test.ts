import { expect, it } from 'vitest';
import { err, ok } from '../../../electron/contract/result.ts';
import { CommandIds } from '../../../renderer/client/command-ids.ts';

const unanswered = err({ code: 'unavailable' } as const);
const intention = 'issueTicket {"queue":"A"}';

function counting(): CommandIds {
  let made = 0;
  return new CommandIds(() => {
    made += 1;
    return `id ${made}`;
  });
}

it('who presses again after no answer asks the same again', () => {
  const ids = counting();
  ids.answered(intention, ids.idOf(intention), unanswered);
  expect(ids.idOf(intention)).toBe('id 1');
});

it('the next person gets a number of their own, once the one without an answer was left', () => {
  const ids = counting();
  ids.answered(intention, ids.idOf(intention), unanswered);
  ids.forget();
  expect(ids.idOf(intention)).toBe('id 2');
});

it('so they do where it was left before it was known that no answer comes', () => {
  const ids = counting();
  const commandId = ids.idOf(intention);
  ids.forget();
  ids.answered(intention, commandId, unanswered);
  expect(ids.idOf(intention)).toBe('id 2');
});

it('what was answered is another intention the next time, and so is anything else', () => {
  const ids = counting();
  ids.answered(intention, ids.idOf(intention), ok(null));
  expect(ids.idOf(intention)).toBe('id 2');
  ids.answered(intention, 'id 2', unanswered);
  expect(ids.idOf('callNext {}')).toBe('id 3');
});
