import { afterEach, describe, expect, it } from 'vitest';
import type {
  ContentTrouble,
  DeviceReport,
  DeviceTrouble,
} from '../../../electron/contract/device-report.ts';
import { DeviceTroubles } from '../../../electron/server/device-troubles.ts';
import { client, must, openFeed, signedIn } from '../../support/client.ts';
import { openTestStore, startInProcess, TestClock } from '../../support/in-process-server.ts';
import { addTestDevice, testAccounts } from '../../support/provision.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const toClose: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
});

const well: DeviceReport = { printer: 'ready', content: null };
const noPaper: DeviceReport = { printer: 'paperOut', content: null };
const comma: ContentTrouble = { file: 'help.json', line: 3, reason: 'no comma', others: 1 };

async function office(contentTrouble?: ContentTrouble) {
  const server = await startInProcess(contentTrouble === undefined ? {} : { contentTrouble });
  toClose.push(server.close);
  const staff = await signedIn(server.url, testAccounts.ada);
  const feed = await openFeed(server.url, staff.headers());
  toClose.push(() => feed.close());
  return {
    server,
    staff,
    kiosk: client(server.url, server.kioskToken),
    board: client(server.url, server.boardToken),
    /** Waits for a desk view whose troubles are as wanted, and answers with them. */
    until: async (isWanted: (troubles: readonly DeviceTrouble[]) => boolean) => {
      for (;;) {
        const { view } = await feed.next();
        if (view.kind === 'desk' && isWanted(view.troubles)) return view.troubles;
      }
    },
  };
}

describe('what a device says of itself', () => {
  it('is told to the desks, and taken back once it is mended', async () => {
    const { kiosk, until } = await office();
    must(await kiosk.call('reportDevice', noPaper));
    expect(await until((troubles) => troubles.length > 0)).toEqual([
      { device: 'kiosk', printer: 'paperOut', content: null },
    ]);
    must(await kiosk.call('reportDevice', { ...well, printer: 'paperNearEnd' }));
    await until(([trouble]) => trouble?.printer === 'paperNearEnd');
    must(await kiosk.call('reportDevice', well));
    await until((troubles) => troubles.length === 0);
  });

  it.each(['none', 'ready', 'unknown'] as const)(
    'is no trouble where it is "%s"',
    async (state) => {
      const { kiosk, board, until } = await office();
      must(await kiosk.call('reportDevice', { printer: state, content: null }));
      must(await board.call('reportDevice', { printer: 'none', content: comma }));
      expect(await until((troubles) => troubles.length > 0)).toEqual([
        { device: 'board', printer: null, content: comma },
      ]);
    },
  );

  it('is of each device alone', async () => {
    const { server, kiosk, until } = await office();
    const other = client(server.url, await addTestDevice(server.store, 'kiosk'));
    must(await kiosk.call('reportDevice', noPaper));
    must(await other.call('reportDevice', { printer: 'unreachable', content: comma }));
    await until((troubles) => troubles.length === 2);
    must(await kiosk.call('reportDevice', well));
    expect(await until((troubles) => troubles.length === 1)).toEqual([
      { device: 'kiosk', printer: 'unreachable', content: comma },
    ]);
  });

  it('names the place of the kiosk, if its office has said where that is', async () => {
    const { kiosk, until } = await office();
    must(await kiosk.call('reportDevice', { ...noPaper, place: 'all’ingresso' }));
    expect(await until((troubles) => troubles.length > 0)).toEqual([
      { device: 'kiosk', printer: 'paperOut', content: null, place: 'all’ingresso' },
    ]);
  });

  it('is not listened to where a device does nothing else', async () => {
    const { kiosk, server } = await office();
    for (let said = 0; said < 20; said += 1) must(await kiosk.call('reportDevice', well));
    const answer = await kiosk.call('reportDevice', well);
    expect(answer).toMatchObject({ ok: false, error: { code: 'tooManyAttempts' } });
    server.clock.ms += 3_000;
    must(await kiosk.call('reportDevice', well));
  });

  it('is for devices to say, and is refused where it is no report', async () => {
    const { kiosk, staff } = await office();
    const forbidden = { ok: false, error: { code: 'forbidden' } };
    expect(await staff.call('reportDevice', well)).toEqual(forbidden);
    const broken = { ...well, printer: 'on fire' } as unknown as DeviceReport;
    for (const report of [broken, { ...well, place: 'a'.repeat(41) }]) {
      expect(await kiosk.call('reportDevice', report)).toMatchObject({
        ok: false,
        error: { code: 'badRequest' },
      });
    }
  });
});

describe('a server whose own content files are damaged', () => {
  it('tells its desks, once where a kiosk on the same computer says the same', async () => {
    const { kiosk, board, until } = await office(comma);
    const own = { device: 'server', printer: null, content: comma };
    expect(await until(() => true)).toEqual([own]);
    must(await kiosk.call('reportDevice', { printer: 'fault', content: comma }));
    must(await board.call('reportDevice', { printer: 'none', content: { ...comma, line: 9 } }));
    const troubles = await until((seen) => seen.length === 3);
    expect(troubles[0]).toEqual(own);
    expect(troubles).toContainEqual({ device: 'kiosk', printer: 'fault', content: null });
    expect(troubles).toContainEqual({
      device: 'board',
      printer: null,
      content: { ...comma, line: 9 },
    });
  });
});

describe('a device that is silent', () => {
  it('is forgotten after three minutes, and not before', async () => {
    const folder = temporaryFolder();
    const store = openTestStore(folder);
    toClose.push(
      () => removeFolder(folder),
      () => store.close(),
    );
    const clock = new TestClock();
    let changes = 0;
    const troubles = new DeviceTroubles({
      store,
      officeId: 'demo',
      ownContent: null,
      nowMs: clock.nowMs,
      onChange: () => {
        changes += 1;
      },
    });
    await troubles.report('a', 'kiosk', noPaper);
    expect(changes).toBe(1);
    // The same again changes nothing for a desk.
    await troubles.report('a', 'kiosk', noPaper);
    expect(changes).toBe(1);
    clock.advance(3);
    await troubles.refresh();
    expect(troubles.open).toHaveLength(1);
    clock.ms += 1;
    await troubles.refresh();
    expect(troubles.open).toEqual([]);
    expect(await store.deviceTroubles('demo')).toEqual([]);
    expect(changes).toBe(2);
  });
});
