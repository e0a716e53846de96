import { describe, expect, test } from 'vitest';
import {
  FEED_START_CHANNEL,
  HOST_CHANNEL,
  OPERATION_CHANNEL,
} from '../../../electron/contract/bridge.ts';
import { ok } from '../../../electron/contract/result.ts';
import type { HostAnswers } from '../../../electron/main/host-operations.ts';
import { type IpcEvent, openIpc, type Pass } from '../../../electron/main/ipc.ts';
import type { LogEvent } from '../../../electron/main/log.ts';
import type { CallOperation } from '../../../electron/main/operation-relay.ts';

const KIOSK_ID = 7;
const kioskPage = 'app://sportello/kiosk/';
const fromKiosk: IpcEvent = {
  sender: { id: KIOSK_ID },
  senderFrame: { url: kioskPage, parent: null },
};
const forbidden = { ok: false, error: { code: 'forbidden' } };

/** A gate with one kiosk admitted, and a note of all that got through it. */
function openGate(pass: Partial<Pass> = {}) {
  const listeners = new Map<string, (event: IpcEvent, message: unknown) => unknown>();
  const asked: unknown[] = [];
  const log: LogEvent[] = [];
  let feedStarts = 0;
  const host: HostAnswers = {
    hostSettings: () => Promise.reject(new Error('a surprise')),
    content: () => Promise.reject(new Error('not asked')),
    clips: () => Promise.reject(new Error('not asked')),
    printTicket: () => Promise.reject(new Error('not asked')),
    printNotice: () => Promise.reject(new Error('not asked')),
    printerState: async () => ok({ printer: 'ready' }),
    ticketFace: () => Promise.reject(new Error('not asked')),
    ticketDrawn: async () => ok({}),
  };
  const callOperation = (async (name: string, input: unknown) => {
    asked.push({ name, input });
    return ok({ answered: true });
  }) as unknown as CallOperation;
  const gate = openIpc(
    { handle: (channel, listener) => void listeners.set(channel, listener) },
    (event) => log.push(event),
  );
  gate.admit(KIOSK_ID, {
    role: 'kiosk',
    pageUrl: kioskPage,
    host: async () => host,
    callOperation,
    startFeed: () => {
      feedStarts += 1;
    },
    ...pass,
  });
  return {
    gate,
    asked,
    log,
    feedStarts: () => feedStarts,
    send: async (channel: string, message: unknown, event: IpcEvent = fromKiosk) =>
      JSON.parse(String(await listeners.get(channel)?.(event, message))),
  };
}

describe('a message from a window', () => {
  test('passes when sender, message and role are right', async () => {
    const { send, asked } = openGate();
    expect(await send(OPERATION_CHANNEL, { name: 'describeOffice', input: {} })).toEqual(
      ok({ answered: true }),
    );
    expect(asked).toEqual([{ name: 'describeOffice', input: {} }]);
    expect(await send(HOST_CHANNEL, { name: 'printerState', input: {} })).toEqual(
      ok({ printer: 'ready' }),
    );
  });

  test.each<[string, IpcEvent]>([
    ['an unknown window', { sender: { id: 8 }, senderFrame: { url: kioskPage, parent: null } }],
    [
      'a frame within the page',
      { sender: { id: KIOSK_ID }, senderFrame: { url: kioskPage, parent: {} } },
    ],
    ['a frame that is gone', { sender: { id: KIOSK_ID }, senderFrame: null }],
    [
      'another page of ours',
      { sender: { id: KIOSK_ID }, senderFrame: { url: 'app://sportello/board/', parent: null } },
    ],
    [
      'another origin',
      {
        sender: { id: KIOSK_ID },
        senderFrame: { url: 'https://sportello/kiosk/', parent: null },
      },
    ],
    [
      'an address that only begins like ours',
      {
        sender: { id: KIOSK_ID },
        senderFrame: { url: `${kioskPage}../board/`, parent: null },
      },
    ],
  ])('is refused from %s, on every channel', async (_who, event) => {
    const { send, asked, feedStarts, log } = openGate();
    const request = { name: 'describeOffice', input: {} };
    expect(await send(OPERATION_CHANNEL, request, event)).toEqual(forbidden);
    expect(await send(HOST_CHANNEL, { name: 'printerState', input: {} }, event)).toEqual(forbidden);
    expect(await send(FEED_START_CHANNEL, undefined, event)).toEqual(forbidden);
    expect(asked).toEqual([]);
    expect(feedStarts()).toBe(0);
    expect(log.map((line) => 'why' in line && line.why)).toEqual(['sender', 'sender', 'sender']);
  });

  test('is refused once the window has been dismissed', async () => {
    const { gate, send } = openGate();
    gate.dismiss(KIOSK_ID);
    expect(await send(HOST_CHANNEL, { name: 'printerState', input: {} })).toEqual(forbidden);
  });

  test.each(['callNext', 'signIn', 'health', 'toString', '__proto__', 'nothing'])(
    'that asks a kiosk’s wrong operation, %s, is refused',
    async (name) => {
      const { send, asked } = openGate();
      expect(await send(OPERATION_CHANNEL, { name, input: {} })).toEqual(forbidden);
      expect(await send(HOST_CHANNEL, { name, input: {} })).toEqual(forbidden);
      expect(asked).toEqual([]);
    },
  );

  test('from the ticket page reaches no operation of the server', async () => {
    const { send } = openGate({ role: 'ticket' });
    expect(await send(OPERATION_CHANNEL, { name: 'describeOffice', input: {} })).toEqual(forbidden);
    expect(await send(HOST_CHANNEL, { name: 'ticketDrawn', input: { heightPx: 9 } })).toEqual(
      ok({}),
    );
  });

  test.each([null, undefined, 'text', 3, [], {}, { name: 'printerState', input: {}, more: 1 }])(
    '%j is a bad request',
    async (message) => {
      const { send } = openGate();
      const bad = { ok: false, error: { code: 'badRequest' } };
      expect(await send(HOST_CHANNEL, message)).toMatchObject(bad);
      expect(await send(OPERATION_CHANNEL, message)).toMatchObject(bad);
    },
  );

  test('with a wrong input is a bad request that says where', async () => {
    const { send, asked } = openGate();
    const answer = await send(OPERATION_CHANNEL, {
      name: 'issueTicket',
      input: { commandId: 'x', queue: 'A', entry: 'walkIn', hasPriority: false },
    });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'badRequest', problems: [{ path: 'commandId' }] },
    });
    expect(asked).toEqual([]);
  });

  test('that meets a surprise gets an error, and the log the surprise', async () => {
    const { send, log } = openGate();
    expect(await send(HOST_CHANNEL, { name: 'hostSettings', input: {} })).toEqual({
      ok: false,
      error: { code: 'internal' },
    });
    expect(log).toEqual([
      { event: 'hostOperationFailed', name: HOST_CHANNEL, message: 'Error: a surprise' },
    ]);
  });

  test('begins the feed, and carries nothing more', async () => {
    const { send, feedStarts } = openGate();
    expect(await send(FEED_START_CHANNEL, undefined)).toEqual(ok({}));
    expect(await send(FEED_START_CHANNEL, { role: 'desk' })).toEqual(forbidden);
    expect(feedStarts()).toBe(1);
  });
});
