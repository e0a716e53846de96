import { describe, expect, test } from 'vitest';
import type { ApiError } from '../../../electron/contract/errors.ts';
import { err, ok, type Result } from '../../../electron/contract/result.ts';
import { commandIdSchema } from '../../../electron/contract/vocabulary.ts';
import {
  browserCommandTools,
  RETRY_DELAYS_MS,
  runIntention,
} from '../../../renderer/client/command-runner.ts';

function tools() {
  const waited: number[] = [];
  let made = 0;
  return {
    waited,
    newCommandId: () => {
      made += 1;
      return `command-${made}`;
    },
    wait: async (delayMs: number) => {
      waited.push(delayMs);
    },
  };
}

describe('one intention', () => {
  test('is sent again with the same command id until the server answers', async () => {
    const sent: string[] = [];
    const answer = await runIntention(tools(), async (commandId) => {
      sent.push(commandId);
      return sent.length < 3 ? err<ApiError>({ code: 'unavailable' }) : ok('A047');
    });
    expect(answer).toEqual(ok('A047'));
    expect(sent).toEqual(['command-1', 'command-1', 'command-1']);
  });

  test('is not sent again when the server has answered, whatever it said', async () => {
    let sent = 0;
    const answer = await runIntention(tools(), async (): Promise<Result<never, ApiError>> => {
      sent += 1;
      return err({ code: 'nobodyWaiting', counter: '3', nextFromMs: null });
    });
    expect(answer.ok).toBe(false);
    expect(sent).toBe(1);
  });

  test('ends as unavailable when the server stays away', async () => {
    const used = tools();
    const answer = await runIntention(used, async () => err<ApiError>({ code: 'unavailable' }));
    expect(answer).toEqual(err({ code: 'unavailable' }));
    expect(used.waited).toEqual(RETRY_DELAYS_MS);
  });

  test('has an id that the server accepts', () => {
    const first = browserCommandTools.newCommandId();
    expect(commandIdSchema.safeParse(first).success).toBe(true);
    expect(browserCommandTools.newCommandId()).not.toBe(first);
  });
});
