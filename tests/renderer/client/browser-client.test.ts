import { describe, expect, test } from 'vitest';
import { BRIDGE_NAME } from '../../../electron/contract/bridge.ts';
import { bridgeClient } from '../../../renderer/client/bridge-client.ts';
import { browserHost } from '../../../renderer/client/browser-host.ts';
import { type TokenWindow, takeDeviceToken } from '../../../renderer/client/device-token.ts';
import { officeOfPage } from '../../../renderer/client/office-of-page.ts';

function tab(hash: string, stored = new Map<string, string>()) {
  const shown: string[] = [];
  const window: TokenWindow = {
    location: { hash, pathname: '/board/', search: '' },
    history: { replaceState: (_data, _unused, url) => shown.push(url) },
    sessionStorage: {
      getItem: (key) => stored.get(key) ?? null,
      setItem: (key, value) => stored.set(key, value),
    },
  };
  return { window, shown, stored };
}

describe('the token of a device in a browser', () => {
  test('is taken out of the address bar and kept for the tab', () => {
    const first = tab('#token=abc123');
    expect(takeDeviceToken(first.window)).toBe('abc123');
    expect(first.shown).toEqual(['/board/']);
    const reloaded = tab('', first.stored);
    expect(takeDeviceToken(reloaded.window)).toBe('abc123');
    expect(reloaded.shown).toEqual([]);
  });

  test('is missing where the page was opened without one', () => {
    expect(takeDeviceToken(tab('').window)).toBeNull();
  });
});

describe('a page of one of several offices', () => {
  test('says in its address which', () => {
    expect(officeOfPage({ location: { search: '?office=north' } })).toBe('north');
    expect(officeOfPage({ location: { search: '' } })).toBeNull();
  });

  test('reads the content of that office', async () => {
    const asked: string[] = [];
    const { host } = browserHost({
      fetch: async (url) => {
        asked.push(url);
        return { ok: false, json: async () => null };
      },
      office: 'north',
    });
    await host('content', {});
    expect(asked).toEqual(['/content.json?office=north']);
  });
});

describe('a page in a browser', () => {
  const { host } = browserHost({
    fetch: async () => ({ ok: false, json: async () => null }),
    office: null,
  });

  test('has no printer: the screen is the ticket', async () => {
    const face = {
      code: 'A047',
      officeName: 'Sede',
      isDemo: true,
      peopleAhead: 0,
      range: null,
      phoneUrl: null,
      issuedAtMs: 0,
      language: 'it',
    };
    expect(await host('printTicket', face)).toEqual({
      ok: true,
      value: { outcome: 'shownOnly', printer: 'none' },
    });
  });

  test('says unavailable when the texts cannot be fetched', async () => {
    expect(await host('content', {})).toEqual({ ok: false, error: { code: 'unavailable' } });
  });

  test('draws no tickets: that is for the hidden window of the program', async () => {
    expect(await host('ticketFace', {})).toEqual({ ok: false, error: { code: 'forbidden' } });
  });

  test('uses the bridge where there is one, and reads its answers', async () => {
    const asked: unknown[] = [];
    const answer = async (...question: unknown[]) => {
      asked.push(question);
      return '{"ok":true,"value":{"printer":"ready"}}';
    };
    const bridge = { call: answer, host: answer, onFeed: () => () => undefined };
    const client = bridgeClient({ [BRIDGE_NAME]: bridge });
    expect(await client?.host('printerState', {})).toEqual({
      ok: true,
      value: { printer: 'ready' },
    });
    expect(await client?.call('health', {})).toEqual({ ok: true, value: { printer: 'ready' } });
    expect(asked).toEqual([
      ['printerState', {}],
      ['health', {}],
    ]);
    expect(bridgeClient({})).toBeNull();
  });
});
