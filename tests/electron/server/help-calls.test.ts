import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskView } from '../../../electron/contract/views.ts';
import { HelpCalls } from '../../../electron/server/help-calls.ts';
import { atCounter, client, type Feed, must, openFeed, signedIn } from '../../support/client.ts';
import { startInProcess } from '../../support/in-process-server.ts';
import { addTestDevice, testAccounts } from '../../support/provision.ts';

let server: Awaited<ReturnType<typeof startInProcess>>;
const feeds: Feed[] = [];

beforeEach(async () => {
  server = await startInProcess();
});
afterEach(async () => {
  for (const feed of feeds.splice(0)) feed.close();
  await server.close();
});

const kiosk = () => client(server.url, server.kioskToken);
const call = (commandId: string = randomUUID(), from = kiosk()) =>
  from.call('callHelp', { commandId });

/** What a desk sees; `until` waits for a view that is as wanted. */
async function desk() {
  const staff = await signedIn(server.url, testAccounts.ada);
  const feed = await openFeed(server.url, staff.headers());
  feeds.push(feed);
  return {
    staff,
    until: async (isWanted: (view: DeskView) => boolean): Promise<DeskView> => {
      for (;;) {
        const { view } = await feed.next();
        if (view.kind === 'desk' && isWanted(view)) return view;
      }
    },
  };
}

describe('a call for a person from the kiosk', () => {
  it('is told to every desk, with its time and nothing else', async () => {
    const [one, other] = [await desk(), await desk()];
    must(await call());
    for (const { until } of [one, other]) {
      const { helpCalls } = await until((view) => view.helpCalls.length > 0);
      expect(helpCalls).toEqual([{ callId: expect.any(String), calledAtMs: server.clock.ms }]);
    }
  });

  it('is over for every desk once somebody says that they go', async () => {
    const [one, other] = [await desk(), await desk()];
    must(await call());
    const { helpCalls } = await one.until((view) => view.helpCalls.length > 0);
    const [{ callId = '' } = {}] = helpCalls;
    await other.until((view) => view.helpCalls.length > 0);
    must(await one.staff.call('answerHelpCall', { callId }));
    await other.until((view) => view.helpCalls.length === 0);
    // The second of two who press at once.
    must(await other.staff.call('answerHelpCall', { callId }));
  });

  it('is one, however often it is touched or sent', async () => {
    const { until } = await desk();
    const commandId = randomUUID();
    for (const id of [commandId, commandId, randomUUID()]) must(await call(id));
    server.clock.ms += 1_000;
    must(await call());
    const { helpCalls } = await until(({ helpCalls: [first] }) => {
      return first?.calledAtMs === server.clock.ms;
    });
    expect(helpCalls).toHaveLength(1);
  });

  it('says where the kiosk stands, to the desks and not to the board', async () => {
    const { until } = await desk();
    must(await kiosk().call('callHelp', { commandId: randomUUID(), place: 'all’ingresso' }));
    const { helpCalls } = await until((view) => view.helpCalls.length > 0);
    expect(helpCalls).toEqual([
      { callId: expect.any(String), calledAtMs: server.clock.ms, place: 'all’ingresso' },
    ]);
    const board = await openFeed(server.url, { authorization: `Bearer ${server.boardToken}` });
    feeds.push(board);
    expect(JSON.stringify(await board.next())).not.toContain('ingresso');
  });

  it('is refused with a place that a desk could not show', async () => {
    const [commandId, place] = [randomUUID(), 'a'.repeat(41)];
    expect(await kiosk().call('callHelp', { commandId, place })).toMatchObject({
      ok: false,
      error: { code: 'badRequest' },
    });
    expect(await server.store.openHelpCalls('demo')).toEqual([]);
  });

  it('of another kiosk is another', async () => {
    const { until } = await desk();
    must(await call());
    must(await call(randomUUID(), client(server.url, await addTestDevice(server.store, 'kiosk'))));
    await until((view) => view.helpCalls.length === 2);
  });

  it('says whether anybody is there to see it', async () => {
    expect(must(await call())).toEqual({ isSeen: false });
    await atCounter(server.url, testAccounts.ada, '1');
    expect(must(await call())).toEqual({ isSeen: true });
    server.clock.advance(2);
    expect(must(await call())).toEqual({ isSeen: false });
  });

  it('is not listened to where a kiosk does nothing else', async () => {
    for (let made = 0; made < 10; made += 1) must(await call());
    expect(await call()).toMatchObject({ ok: false, error: { code: 'tooManyAttempts' } });
    server.clock.ms += 10_000;
    must(await call());
  });

  it('is not for staff to make, nor for a kiosk to answer', async () => {
    const { staff } = await desk();
    const forbidden = { ok: false, error: { code: 'forbidden' } };
    expect(await call(randomUUID(), staff)).toEqual(forbidden);
    expect(await kiosk().call('answerHelpCall', { callId: randomUUID() })).toEqual(forbidden);
  });
});

describe('the calls of an office', () => {
  const callsOf = (onChange: () => void = () => undefined) =>
    new HelpCalls({ store: server.store, officeId: 'demo', nowMs: server.clock.nowMs, onChange });

  it('are still there for a server that starts anew', async () => {
    must(await call());
    const restarted = callsOf();
    await restarted.refresh();
    expect(restarted.open).toEqual([{ callId: expect.any(String), calledAtMs: server.clock.ms }]);
  });

  it('are forgotten after a quarter of an hour, with every trace', async () => {
    must(await call());
    server.clock.advance(16);
    const later = callsOf();
    await later.refresh();
    expect(later.open).toEqual([]);
    expect(await server.store.openHelpCalls('demo')).toEqual([]);
  });

  it('tell nobody who knows them already', async () => {
    let changes = 0;
    const calls = callsOf(() => {
      changes += 1;
    });
    must(await call());
    await calls.refresh();
    await calls.refresh();
    expect(changes).toBe(1);
  });
});
