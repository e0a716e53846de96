import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OperationInput, OperationName } from '../../../electron/contract/operations.ts';
import type { DeskView } from '../../../electron/contract/views.ts';
import {
  atCounter,
  type Client,
  client,
  must,
  openFeed,
  signedIn,
  takeTicket,
} from '../../support/client.ts';
import { startInProcess } from '../../support/in-process-server.ts';
import { testAccounts } from '../../support/provision.ts';

let server: Awaited<ReturnType<typeof startInProcess>>;
let ada: Client;
let bruno: Client;

beforeEach(async () => {
  server = await startInProcess();
  ada = await atCounter(server.url, testAccounts.ada, '1');
  bruno = await atCounter(server.url, testAccounts.bruno, '2');
});
afterEach(() => server.close());

const kiosk = () => client(server.url, server.kioskToken);

/** What staff see now. */
async function desk(): Promise<DeskView> {
  const feed = await openFeed(server.url, ada.headers());
  const { view } = await feed.next();
  feed.close();
  if (view.kind !== 'desk') throw new Error('Not the view of a desk');
  return view;
}

async function counterOf(counter: string) {
  const found = (await desk()).counters.find((one) => one.counter === counter);
  if (found === undefined) throw new Error(`No counter ${counter}`);
  return found;
}

type TicketOperation = {
  [N in OperationName]: OperationInput<N> extends { commandId: string; ticketId: string }
    ? N
    : never;
}[OperationName];

/** Does something with a ticket, each time with a new command id. */
async function act(
  clerk: Client,
  name: Exclude<TicketOperation, 'transferTicket' | 'continueVisit'>,
  ticketId: string,
): Promise<void> {
  must(await clerk.call(name, { commandId: randomUUID(), ticketId }));
}

async function callNext(clerk: Client): Promise<{ ticketId: string; code: string }> {
  return must(await clerk.call('callNext', { commandId: randomUUID() }));
}

describe('a person who', () => {
  it('did not come and then comes back keeps the number, and is left in peace for five minutes', async () => {
    const { ticketId } = must(await takeTicket(kiosk()));
    await callNext(ada);
    await act(ada, 'markNoShow', ticketId);
    expect((await desk()).noShows).toMatchObject([{ ticketId, code: 'A001' }]);
    await act(bruno, 'returnTicket', ticketId);
    expect((await desk()).waiting).toMatchObject([{ ticketId, origin: 'returned' }]);
    expect(await ada.call('callNext', { commandId: randomUUID() })).toEqual({
      ok: false,
      error: { code: 'nobodyWaiting', counter: '1', nextFromMs: server.clock.ms + 5 * 60_000 },
    });
    server.clock.advance(5);
    expect(await callNext(ada)).toEqual({ ticketId, code: 'A001' });
  });

  it('fetches a document is put aside, and called again where they were', async () => {
    const { ticketId } = must(await takeTicket(kiosk()));
    must(await takeTicket(kiosk()));
    await callNext(ada);
    await act(ada, 'startService', ticketId);
    await act(ada, 'parkTicket', ticketId);
    expect((await desk()).parked).toMatchObject([{ ticketId, counter: '1' }]);
    expect((await counterOf('1')).ticket).toBeNull();
    await act(ada, 'resumeTicket', ticketId);
    expect((await counterOf('2')).next).toMatchObject({
      ticketId,
      reason: { code: 'longestWaitingAgain', queue: 'A' },
    });
    await act(bruno, 'callTicket', ticketId);
    expect((await counterOf('2')).ticket).toMatchObject({ ticketId, reason: { code: 'chosen' } });
  });

  it('is at the wrong queue goes on with number and time waited', async () => {
    const { ticketId } = must(await takeTicket(kiosk()));
    server.clock.advance(10);
    await callNext(ada);
    must(
      await ada.call('transferTicket', {
        commandId: randomUUID(),
        ticketId,
        to: { queue: 'B' },
      }),
    );
    expect((await desk()).waiting).toMatchObject([
      { code: 'A001', queue: 'B', origin: 'transferred', sinceMs: server.clock.ms - 10 * 60_000 },
    ]);
  });

  it('is sent to a counter is called by that counter only', async () => {
    const { ticketId } = must(await takeTicket(kiosk()));
    await callNext(ada);
    const to = { counter: '2' };
    must(await ada.call('transferTicket', { commandId: randomUUID(), ticketId, to }));
    expect((await ada.call('callNext', { commandId: randomUUID() })).ok).toBe(false);
    expect(await callNext(bruno)).toEqual({ ticketId, code: 'A001' });
    expect((await counterOf('2')).ticket?.reason.code).toBe('reserved');
  });

  it('needs another service waits for it with the same number', async () => {
    const { ticketId } = must(await takeTicket(kiosk()));
    await callNext(ada);
    await act(ada, 'startService', ticketId);
    const input = { commandId: randomUUID(), ticketId, queue: 'C' };
    must(await ada.call('continueVisit', input));
    expect((await desk()).waiting).toMatchObject([{ code: 'A001', queue: 'C' }]);
    expect(await ada.call('continueVisit', input)).toEqual({ ok: true, value: {} });
  });

  it('gives up is no longer called', async () => {
    const { ticketId } = must(await takeTicket(kiosk()));
    await act(ada, 'cancelTicket', ticketId);
    expect(await desk()).toMatchObject({ waiting: [], totals: { issued: 1, cancelled: 1 } });
  });

  it('cannot use the kiosk gets a number at the desk', async () => {
    const ticket = must(
      await ada.call('issueTicket', {
        commandId: randomUUID(),
        queue: 'B',
        entry: 'walkIn',
        hasPriority: true,
      }),
    );
    expect(ticket).toMatchObject({ code: 'B001', peopleAhead: 0 });
    expect((await desk()).waiting).toMatchObject([{ code: 'B001', hasPriority: true }]);
  });
});

describe('a counter', () => {
  it('calls nobody while it pauses, and everybody sees why', async () => {
    must(await takeTicket(kiosk()));
    must(await ada.call('pauseCounter', { commandId: randomUUID(), reason: 'break' }));
    expect(await counterOf('1')).toMatchObject({ status: 'paused', pauseReason: 'break' });
    expect(await ada.call('callNext', { commandId: randomUUID() })).toEqual({
      ok: false,
      error: { code: 'counterPaused', counter: '1' },
    });
    must(await ada.call('resumeCounter', { commandId: randomUUID() }));
    await callNext(ada);
  });

  it('serves the queues that its clerk chooses', async () => {
    must(await takeTicket(kiosk(), 'A'));
    must(await takeTicket(kiosk(), 'C'));
    must(await ada.call('changeQueues', { commandId: randomUUID(), queues: ['C'] }));
    expect((await callNext(ada)).code).toBe('C001');
    const free = await signedIn(server.url, testAccounts.carla);
    const wish = { commandId: randomUUID(), counter: '3', queues: ['B', 'A'] };
    must(await free.call('takeCounter', wish));
    expect((await counterOf('3')).queues).toEqual(['B', 'A']);
  });

  it('can take its last action back for some seconds, also from the board', async () => {
    const { ticketId } = must(await takeTicket(kiosk()));
    const board = await openFeed(server.url, client(server.url, server.boardToken).headers());
    await board.next();
    await callNext(ada);
    expect(await board.next()).toMatchObject({ view: { latestCalls: [{ code: 'A001' }] } });
    expect((await counterOf('1')).undo).toEqual({
      ticketId,
      code: 'A001',
      untilMs: server.clock.ms + 10_000,
    });
    must(await ada.call('undo', { commandId: randomUUID() }));
    expect(await board.next()).toMatchObject({ view: { latestCalls: [] } });
    board.close();
    expect((await desk()).waiting).toMatchObject([{ ticketId }]);
    expect(await ada.call('undo', { commandId: randomUUID() })).toEqual({
      ok: false,
      error: { code: 'nothingToUndo', counter: '1' },
    });
  });

  it('cannot take back what is too long ago', async () => {
    must(await takeTicket(kiosk()));
    await callNext(ada);
    server.clock.ms += 10_001;
    expect(await ada.call('undo', { commandId: randomUUID() })).toEqual({
      ok: false,
      error: { code: 'undoTooLate', counter: '1' },
    });
  });
});

describe('the appointments of a day', () => {
  const importList = (clerk: Client, text: string, serviceDay = '2026-11-23') =>
    clerk.call('importAppointments', {
      commandId: randomUUID(),
      serviceDay,
      format: 'csv',
      text,
    });
  const checkIn = (asker: Client, code: string) =>
    asker.call('checkIn', { commandId: randomUUID(), code, hasPriority: false });

  it('are checked in at the kiosk by their code and at the desk by click, each once', async () => {
    const carla = await signedIn(server.url, testAccounts.carla);
    const list = 'codice;ora;coda\nAB-12;09:10;A\nCD-34;09:20;B\n';
    expect(must(await importList(carla, list))).toEqual({ imported: 2 });
    const ticket = must(await checkIn(kiosk(), 'ab 12'));
    expect(ticket).toMatchObject({ code: 'A001', entry: 'appointment' });
    expect(must(await checkIn(ada, 'CD34')).code).toBe('B001');
    expect(await checkIn(kiosk(), 'AB12')).toEqual({
      ok: false,
      error: { code: 'alreadyCheckedIn', ticketId: ticket.ticketId },
    });
    expect(await checkIn(kiosk(), 'ZZ99')).toEqual({
      ok: false,
      error: { code: 'unknownAppointment' },
    });
    expect((await desk()).appointments).toEqual([
      {
        code: 'AB12',
        bookedAtMs: Date.parse('2026-11-23T08:10:00Z'),
        queue: 'A',
        ticketCode: 'A001',
      },
      {
        code: 'CD34',
        bookedAtMs: Date.parse('2026-11-23T08:20:00Z'),
        queue: 'B',
        ticketCode: 'B001',
      },
    ]);
  });

  it('are not imported at all where one row is bad, and every bad row is named', async () => {
    const carla = await signedIn(server.url, testAccounts.carla);
    const list = 'code,time,queue\nAB12,09:10,A\nCD34,25:00,A\nEF56,09:30,Z\n';
    expect(await importList(carla, list)).toEqual({
      ok: false,
      error: {
        code: 'badAppointmentList',
        rows: [
          { line: 3, problem: 'badTime', value: '25:00' },
          { line: 4, problem: 'unknownQueue', value: 'Z' },
        ],
      },
    });
    expect((await desk()).appointments).toEqual([]);
  });

  it('can be imported for tomorrow, and not for yesterday or a mistyped year', async () => {
    const carla = await signedIn(server.url, testAccounts.carla);
    const list = 'code,time,queue\nAB12,09:10,A\n';
    must(await importList(carla, list, '2026-11-24'));
    expect((await desk()).appointments).toEqual([]);
    expect(await importList(carla, list, '2026-11-22')).toEqual({
      ok: false,
      error: { code: 'dayIsOver', serviceDay: '2026-11-22' },
    });
    expect(await importList(carla, list, '2062-11-24')).toMatchObject({
      ok: false,
      error: { code: 'badRequest', problems: [{ path: 'serviceDay' }] },
    });
  });

  it('are not an operator’s to import', async () => {
    expect(await importList(ada, 'code,time,queue\n')).toEqual({
      ok: false,
      error: { code: 'forbidden' },
    });
  });
});

describe('the paper roll', () => {
  it('gives every counter the next number, beside those of the kiosk', async () => {
    must(await ada.call('startPaperRoll', { commandId: randomUUID(), firstNumber: 57 }));
    expect((await desk()).paperRoll).toEqual({ nextNumber: 57 });
    const [one, other] = await Promise.all(
      [ada, bruno].map((clerk) => clerk.call('callPaperNumber', { commandId: randomUUID() })),
    );
    const codes = [one, other].map((called) => (called === undefined ? '' : must(called).code));
    expect(codes.toSorted()).toEqual(['R057', 'R058']);
    must(await bruno.call('endPaperRoll', {}));
    must(await ada.call('endPaperRoll', {}));
    expect((await desk()).paperRoll).toBeNull();
  });
});
