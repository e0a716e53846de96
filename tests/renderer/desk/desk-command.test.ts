import { describe, expect, it } from 'vitest';
import type { SportelloClient } from '../../../renderer/client/sportello-client.ts';
import { intentionOf, sendCommand } from '../../../renderer/desk/desk-command.ts';
import {
  callNext,
  issueTicket,
  transferToCounter,
  transferToQueue,
} from '../../../renderer/desk/desk-commands.ts';
import { textsIn } from '../../support/texts.ts';

const number = { ticketId: 'the ticket', code: 'A047' };

describe('a command of the desk', () => {
  it('pressed again after a lost answer is the same intention', () => {
    const once = issueTicket({ queue: 'A', entry: 'walkIn', hasPriority: false });
    const again = issueTicket({ queue: 'A', entry: 'walkIn', hasPriority: false });
    expect(intentionOf(again)).toBe(intentionOf(once));
  });

  it('about something else is another one', () => {
    expect(intentionOf(transferToQueue(number, 'B'))).not.toBe(
      intentionOf(transferToCounter(number, '2')),
    );
  });

  it('is sent with its id', async () => {
    const sent: unknown[] = [];
    const client = {
      call: (...asked: unknown[]) => {
        sent.push(asked);
        return Promise.resolve({ ok: true, value: {} });
      },
    } as unknown as SportelloClient;
    await sendCommand(client, transferToQueue(number, 'B'), 'one id');
    expect(sent).toEqual([
      ['transferTicket', { ticketId: 'the ticket', to: { queue: 'B' }, commandId: 'one id' }],
    ]);
  });

  it('says what was done, with the number that the server chose', () => {
    const done = callNext('3').done(textsIn('it'), { ticketId: 'the ticket', code: 'B012' });
    expect(done?.text).toBe('B012 chiamato allo sportello 3.');
  });
});
