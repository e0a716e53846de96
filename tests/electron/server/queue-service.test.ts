import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { officeSetup } from '../../../electron/server/office.ts';
import { type Day, QueueService } from '../../../electron/server/queue-service.ts';
import type { SqliteStore } from '../../../electron/server/store/sqlite/sqlite-store.ts';
import type { Store } from '../../../electron/server/store/store.ts';
import { failingStore } from '../../faults/failing-store.ts';
import { failingStore as failingCalls } from '../../support/failing-store.ts';
import { openTestStore, repositoryContent, TestClock } from '../../support/in-process-server.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const office = officeSetup(repositoryContent().office);

describe('the queue service', () => {
  let dataFolder: string;
  let store: SqliteStore;
  let clock: TestClock;
  let published: Day[];

  beforeEach(() => {
    dataFolder = temporaryFolder();
    store = openTestStore(dataFolder);
    clock = new TestClock();
    published = [];
  });
  afterEach(async () => {
    await store.close();
    removeFolder(dataFolder);
  });

  const start = (on: Store = store) =>
    QueueService.start({
      store: on,
      office,
      nowMs: clock.nowMs,
      onChange: (day) => published.push(day),
      onNewDay: () => undefined,
      uptimeMs: clock.uptimeMs,
    });

  const issue = (service: QueueService, commandId: string | null = randomUUID()) => {
    const ticketId = randomUUID();
    return service.execute({
      commandId,
      fingerprint: 'issue',
      command: {
        type: 'issueTicket',
        ticketId,
        queue: 'A',
        entry: 'walkIn',
        hasPriority: false,
        at: 'desk',
      },
      reply: (state) => ({ ticketId, number: state.tickets.get(ticketId)?.number }),
    });
  };

  it('tells about a ticket only once it is in the ledger', async () => {
    const seen: number[] = [];
    const service = await QueueService.start({
      store,
      office,
      nowMs: clock.nowMs,
      onChange: async ({ serviceDay, state }) => {
        const events = await store.readDay({ officeId: office.officeId, serviceDay }, 0);
        seen.push(events.length - state.sequence);
      },
      onNewDay: () => undefined,
      uptimeMs: clock.uptimeMs,
    });
    await issue(service);
    await issue(service);
    expect(seen).toEqual([0, 0]);
  });

  it('gives the same ticket back for a repeated command, also after a restart', async () => {
    const first = await issue(await start(), '11111111-1111-4111-8111-111111111111');
    const again = await issue(await start(), '11111111-1111-4111-8111-111111111111');
    expect(again).toEqual(first);
    expect((await start()).day.state.tickets.size).toBe(1);
  });

  it('tells everyone of a ticket whose write was thought to have failed', async () => {
    const { store: failing, arm } = failingStore(store);
    arm(1, 'after');
    const again = '11111111-1111-4111-8111-111111111111';
    const service = await start(failing);
    await expect(issue(service, again)).rejects.toThrow('after the write');
    expect(await issue(service, again)).toMatchObject({ ok: true, value: { number: 1 } });
    expect(published.at(-1)?.state.tickets.size).toBe(1);
  });

  it('reads the day back from the ledger as it was', async () => {
    const service = await start();
    await issue(service);
    await issue(service);
    const counter = { type: 'openCounter', counter: '1', queues: ['A'] } as const;
    await service.execute({ commandId: null, fingerprint: '', command: counter, reply: () => 0 });
    const call = { type: 'callNext', counter: '1' } as const;
    await service.execute({ commandId: null, fingerprint: '', command: call, reply: () => 0 });
    expect((await start()).day).toEqual(service.day);
  });

  it('gives 999 numbers in a queue and then none', { timeout: 60_000 }, async () => {
    const service = await start();
    for (let number = 1; number <= 999; number += 1) {
      const result = await issue(service, null);
      expect(result).toMatchObject({ ok: true, value: { number } });
    }
    expect(await issue(service)).toEqual({
      ok: false,
      error: { code: 'queueFull', queue: 'A', cap: 999 },
    });
    expect(service.day.state.tickets.size).toBe(999);
  });

  it('numbers without gap or double where two servers write to one database', async () => {
    const [one, other] = [await start(), await start()];
    const results = await Promise.all(
      Array.from({ length: 40 }, (_, index) => issue(index % 2 === 0 ? one : other)),
    );
    const numbers = results.map((result) => (result.ok ? (result.value.number ?? 0) : 0));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  });

  it('looks once for all that other servers have written meanwhile, and tells it', async () => {
    let looks = 0;
    const counting: Store = new Proxy(store, {
      get(target, name) {
        if (name === 'readDay') looks += 1;
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const [one, other] = [await start(counting), await start()];
    for (let count = 0; count < 5; count += 1) await issue(other);
    looks = 0;
    await Promise.all(Array.from({ length: 20 }, () => one.catchUp()));
    expect(looks).toBe(1);
    expect(one.day.state.sequence).toBe(5);
    await issue(other);
    await one.catchUp();
    expect(published.at(-1)).toBe(one.day);
    expect(one.day.state.sequence).toBe(6);
  });

  it('changes nothing when the ledger cannot be written', async () => {
    let isFull = false;
    const failing: Store = new Proxy(store, {
      get(target, name) {
        if (name === 'append' && isFull) return () => Promise.reject(new Error('disk full'));
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const service = await start(failing);
    await issue(service);
    isFull = true;
    await expect(issue(service)).rejects.toThrow('disk full');
    expect(service.day.state.tickets.size).toBe(1);
    isFull = false;
    expect(await issue(service)).toMatchObject({ ok: true, value: { number: 2 } });
  });

  it('starts at number 1 on a new day', async () => {
    const service = await start();
    await issue(service);
    clock.advance(24 * 60);
    expect(await issue(service)).toMatchObject({ ok: true, value: { number: 1 } });
    expect(service.day.serviceDay).toBe('2026-11-24');
  });

  it('writes to a day that is still to come, and finds it there when it comes', async () => {
    const service = await start();
    await issue(service);
    const asked = {
      commandId: '22222222-2222-4222-8222-222222222222',
      fingerprint: 'import',
      command: {
        type: 'importAppointments',
        appointments: [{ code: 'AB12', bookedAtMs: clock.ms + 86_400_000, queue: 'A' }],
      },
      reply: () => 'imported',
    } as const;
    expect(await service.executeOn('2026-11-24', asked)).toEqual({ ok: true, value: 'imported' });
    expect(await service.executeOn('2026-11-24', asked)).toEqual({ ok: true, value: 'imported' });
    expect(service.day.state.appointments.size).toBe(0);
    clock.advance(24 * 60);
    await service.rollOver();
    expect([...service.day.state.appointments.values()]).toMatchObject([{ code: 'AB12' }]);
  });

  it('rolls over at midnight in Rome without any ticket', async () => {
    const service = await start();
    await issue(service);
    clock.ms = Date.parse('2026-11-23T22:59:59Z');
    await service.rollOver();
    expect(service.day.serviceDay).toBe('2026-11-23');
    clock.ms = Date.parse('2026-11-23T23:00:00Z');
    await service.rollOver();
    expect(service.day.serviceDay).toBe('2026-11-24');
    expect(published.at(-1)?.state.tickets.size).toBe(0);
  });

  it('begins a day that could not be read at midnight with the next look, list and all', async () => {
    let isAway = false;
    const away = failingCalls(store, ({ method }) =>
      isAway && method === 'readDay' ? 'before' : null,
    );
    const service = await start(away);
    const appointments = [{ code: 'AB12', bookedAtMs: clock.ms + 86_400_000, queue: 'A' }];
    const command = { type: 'importAppointments', appointments } as const;
    const asked = { commandId: null, fingerprint: 'import', command, reply: () => null };
    await service.executeOn('2026-11-24', asked);
    clock.advance(24 * 60);
    isAway = true;
    await expect(service.rollOver()).rejects.toThrow();
    isAway = false;
    await service.rollOver();
    expect(published.at(-1)?.serviceDay).toBe('2026-11-24');
    expect([...service.day.state.appointments.values()]).toMatchObject([{ code: 'AB12' }]);
  });

  it('puts no list of yesterday into today, where midnight comes before its turn', async () => {
    const service = await start();
    clock.ms = Date.parse('2026-11-23T22:59:59Z');
    const appointments = [{ code: 'AB12', bookedAtMs: clock.ms, queue: 'A' }];
    const command = { type: 'importAppointments', appointments } as const;
    const asked = { commandId: null, fingerprint: 'import', command, reply: () => null };
    clock.ms = Date.parse('2026-11-23T23:00:00Z');
    expect(await service.executeOn('2026-11-23', asked)).toEqual({
      ok: false,
      error: { code: 'dayIsOver', serviceDay: '2026-11-23' },
    });
    expect(service.day.state.appointments.size).toBe(0);
  });
});
