import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hashPassword, verifyPassword } from '../../../electron/server/auth/password.ts';
import { newPassword } from '../../../electron/server/auth/secrets.ts';
import { atCounter, client, must, openFeed, signedIn, takeTicket } from '../../support/client.ts';
import { failingStore } from '../../support/failing-store.ts';
import {
  openTestStore,
  repositoryContent,
  startInProcess,
} from '../../support/in-process-server.ts';
import { addTestDevice, testAccounts } from '../../support/provision.ts';

let server: Awaited<ReturnType<typeof startInProcess>>;

async function restartWith(options: Parameters<typeof startInProcess>[0]): Promise<void> {
  await server.close();
  server = await startInProcess(options);
}

beforeEach(async () => {
  server = await startInProcess();
});
afterEach(() => server.close());

const kiosk = () => client(server.url, server.kioskToken);
const takeCounter = (counter: string) => ({ commandId: randomUUID(), counter });

it('whoever signs in with a name that is in no file is told so without asking the database', async () => {
  await restartWith({
    openStore: (dataFolder) =>
      failingStore(openTestStore(dataFolder), ({ method }) =>
        method === 'findAccount' ? 'before' : null,
      ),
  });
  const credentials = { account: 'nobody\u0000', password: newPassword() };
  expect(await client(server.url).call('signIn', credentials)).toEqual({
    ok: false,
    error: { code: 'wrongCredentials' },
  });
});

describe('a ticket', () => {
  it('comes with its place in the queue', async () => {
    expect(must(await takeTicket(kiosk()))).toMatchObject({
      code: 'A001',
      queue: 'A',
      serviceDay: '2026-11-23',
      issuedAtMs: server.clock.ms,
      peopleAhead: 0,
    });
    expect(must(await takeTicket(kiosk()))).toMatchObject({ code: 'A002', peopleAhead: 1 });
    expect(must(await takeTicket(kiosk(), 'B'))).toMatchObject({ code: 'B001', peopleAhead: 0 });
  });

  it('is the same one however often the tap is repeated, even all at once', async () => {
    const commandId = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => takeTicket(kiosk(), 'A', commandId)),
    );
    expect(new Set(answers.map((answer) => must(answer).code))).toEqual(new Set(['A001']));
    expect(must(await takeTicket(kiosk())).code).toBe('A002');
  });

  it('is not given when the disk is full, and is when the tap is repeated later', async () => {
    const full = Object.assign(new Error('database or disk is full'), { errcode: 13 });
    vi.spyOn(server.store, 'append').mockRejectedValueOnce(full);
    const commandId = randomUUID();
    expect(await takeTicket(kiosk(), 'A', commandId)).toEqual({
      ok: false,
      error: { code: 'unavailable' },
    });
    expect(must(await takeTicket(kiosk(), 'A', commandId)).code).toBe('A001');
    expect(server.logged).toContainEqual(expect.objectContaining({ event: 'requestFailed' }));
  });

  it('is refused to a command id that was used for something else', async () => {
    const commandId = randomUUID();
    must(await takeTicket(kiosk(), 'A', commandId));
    expect(await takeTicket(kiosk(), 'B', commandId)).toEqual({
      ok: false,
      error: { code: 'commandIdReused' },
    });
  });

  it('has to wait where one kiosk takes them faster than people can', async () => {
    await restartWith({ ticketRate: { burst: 3, perMinute: 60 } });
    for (let taken = 0; taken < 3; taken += 1) must(await takeTicket(kiosk()));
    expect(await takeTicket(kiosk())).toEqual({
      ok: false,
      error: { code: 'tooManyAttempts', retryAfterMs: 1_000 },
    });
    server.clock.ms += 1_000;
    must(await takeTicket(kiosk()));
  });

  it('is given back to a repeated tap even where the next one has to wait', async () => {
    await restartWith({ ticketRate: { burst: 1, perMinute: 1 } });
    const commandId = randomUUID();
    const ticket = must(await takeTicket(kiosk(), 'A', commandId));
    expect(must(await takeTicket(kiosk(), 'A', commandId))).toEqual(ticket);
    expect((await takeTicket(kiosk())).ok).toBe(false);
  });

  it('of one kiosk is never the answer to another', async () => {
    const other = client(server.url, await addTestDevice(server.store, 'kiosk'));
    const commandId = randomUUID();
    must(await takeTicket(kiosk(), 'A', commandId));
    expect(await takeTicket(other, 'A', commandId)).toEqual({
      ok: false,
      error: { code: 'commandIdReused' },
    });
  });
});

describe('a clerk', () => {
  it('calls, calls again, serves and closes', async () => {
    const { ticketId } = must(await takeTicket(kiosk()));
    const ada = await atCounter(server.url, testAccounts.ada, '1');
    expect(must(await ada.call('callNext', { commandId: randomUUID() }))).toEqual({
      ticketId,
      code: 'A001',
    });
    must(await ada.call('recall', { commandId: randomUUID(), ticketId }));
    must(await ada.call('startService', { commandId: randomUUID(), ticketId }));
    must(await ada.call('closeTicket', { commandId: randomUUID(), ticketId }));
    expect(await ada.call('callNext', { commandId: randomUUID() })).toEqual({
      ok: false,
      error: { code: 'nobodyWaiting', counter: '1', nextFromMs: null },
    });
  });

  it('calls one person with one click, however often the click is sent', async () => {
    await takeTicket(kiosk());
    await takeTicket(kiosk());
    const ada = await atCounter(server.url, testAccounts.ada, '1');
    const commandId = randomUUID();
    const first = must(await ada.call('callNext', { commandId }));
    expect(must(await ada.call('callNext', { commandId }))).toEqual(first);
  });

  it('is told again what was done, although the counter was given up meanwhile', async () => {
    await takeTicket(kiosk());
    const ada = await atCounter(server.url, testAccounts.ada, '1');
    const call = { commandId: randomUUID() };
    const called = must(await ada.call('callNext', call));
    const { ticketId } = called;
    must(await ada.call('closeTicket', { commandId: randomUUID(), ticketId }));
    must(await ada.call('releaseCounter', {}));
    expect(must(await ada.call('callNext', call))).toEqual(called);
    must(await ada.call('takeCounter', { commandId: randomUUID(), counter: '2' }));
    expect(must(await ada.call('callNext', call))).toEqual(called);
  });

  it('does not get the answer to the click of another', async () => {
    await takeTicket(kiosk());
    const ada = await atCounter(server.url, testAccounts.ada, '1');
    const bruno = await atCounter(server.url, testAccounts.bruno, '2');
    const commandId = randomUUID();
    must(await ada.call('callNext', { commandId }));
    expect(await bruno.call('callNext', { commandId })).toEqual({
      ok: false,
      error: { code: 'commandIdReused' },
    });
  });

  it('needs a counter to call', async () => {
    const ada = await signedIn(server.url, testAccounts.ada);
    expect(await ada.call('callNext', { commandId: randomUUID() })).toEqual({
      ok: false,
      error: { code: 'noCounter' },
    });
  });

  it('cannot close the ticket of another counter', async () => {
    await takeTicket(kiosk());
    const ada = await atCounter(server.url, testAccounts.ada, '1');
    const bruno = await atCounter(server.url, testAccounts.bruno, '2');
    const { ticketId } = must(await ada.call('callNext', { commandId: randomUUID() }));
    expect(await bruno.call('closeTicket', { commandId: randomUUID(), ticketId })).toEqual({
      ok: false,
      error: { code: 'ticketNotAtCounter', ticketId, counter: '2' },
    });
  });
});

describe('a counter', () => {
  it('is held by one person at a time', async () => {
    await atCounter(server.url, testAccounts.ada, '1');
    const bruno = await signedIn(server.url, testAccounts.bruno);
    expect(await bruno.call('takeCounter', takeCounter('1'))).toEqual({
      ok: false,
      error: { code: 'counterTaken', counter: '1' },
    });
  });

  it('goes to exactly one of two people who want it at the same moment', async () => {
    const ada = await signedIn(server.url, testAccounts.ada);
    const bruno = await signedIn(server.url, testAccounts.bruno);
    const answers = await Promise.all(
      [ada, bruno].map((clerk) => clerk.call('takeCounter', takeCounter('1'))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('must be one of the office', async () => {
    const ada = await signedIn(server.url, testAccounts.ada);
    expect(await ada.call('takeCounter', takeCounter('77'))).toEqual({
      ok: false,
      error: { code: 'unknownCounter', counter: '77' },
    });
  });

  it('follows its clerk from a crashed browser to another, with the ticket there', async () => {
    await takeTicket(kiosk());
    const crashed = await atCounter(server.url, testAccounts.ada, '1');
    const { ticketId } = must(await crashed.call('callNext', { commandId: randomUUID() }));
    const ada = await atCounter(server.url, testAccounts.ada, '1');
    must(await ada.call('closeTicket', { commandId: randomUUID(), ticketId }));
    expect(must(await crashed.call('currentSession', {})).counter).toBeNull();
  });

  it('is free again when its clerk has been away for half an hour', async () => {
    await atCounter(server.url, testAccounts.ada, '1');
    server.clock.advance(31);
    const bruno = await atCounter(server.url, testAccounts.bruno, '1');
    expect(must(await bruno.call('currentSession', {})).counter).toBe('1');
  });

  it('is left for another when its clerk moves', async () => {
    const ada = await atCounter(server.url, testAccounts.ada, '1');
    must(await ada.call('takeCounter', takeCounter('2')));
    await atCounter(server.url, testAccounts.bruno, '1');
  });

  it('cannot be left while somebody is called there', async () => {
    await takeTicket(kiosk());
    const ada = await atCounter(server.url, testAccounts.ada, '1');
    const { ticketId } = must(await ada.call('callNext', { commandId: randomUUID() }));
    const busy = { ok: false, error: { code: 'counterBusy', counter: '1', ticketId } };
    expect(await ada.call('releaseCounter', {})).toEqual(busy);
    expect(await ada.call('takeCounter', takeCounter('2'))).toEqual(busy);
    must(await ada.call('markNoShow', { commandId: randomUUID(), ticketId }));
    expect(must(await ada.call('releaseCounter', {})).counter).toBeNull();
    expect(must(await ada.call('releaseCounter', {})).counter).toBeNull();
  });

  it('with somebody called there passes to whoever sits down after signing out', async () => {
    await takeTicket(kiosk());
    const ada = await atCounter(server.url, testAccounts.ada, '1');
    const { ticketId } = must(await ada.call('callNext', { commandId: randomUUID() }));
    must(await ada.call('signOut', {}));
    const bruno = await atCounter(server.url, testAccounts.bruno, '1');
    must(await bruno.call('closeTicket', { commandId: randomUUID(), ticketId }));
  });

  it('is nobody’s on a new day', async () => {
    server.clock.ms = Date.parse('2026-11-23T22:50:00Z');
    const ada = await atCounter(server.url, testAccounts.ada, '1');
    server.clock.advance(20);
    must(await takeTicket(kiosk()));
    expect(must(await ada.call('currentSession', {})).counter).toBeNull();
  });

  it('taken with the click of another is not held', async () => {
    const ada = await signedIn(server.url, testAccounts.ada);
    const bruno = await signedIn(server.url, testAccounts.bruno);
    const input = takeCounter('1');
    must(await ada.call('takeCounter', input));
    expect(await bruno.call('takeCounter', input)).toEqual({
      ok: false,
      error: { code: 'commandIdReused' },
    });
  });

  it('taken again with the same click is the same counter', async () => {
    const ada = await signedIn(server.url, testAccounts.ada);
    const input = takeCounter('1');
    const first = must(await ada.call('takeCounter', input));
    expect(must(await ada.call('takeCounter', input))).toEqual(first);
    expect(await ada.call('takeCounter', { ...input, counter: '2' })).toEqual({
      ok: false,
      error: { code: 'commandIdReused' },
    });
  });
});

describe('signing in', () => {
  const attempt = (account: string, password: string) =>
    client(server.url).call('signIn', { account, password });

  it('gives the same answer for a wrong password and an unknown account', async () => {
    const wrong = { ok: false, error: { code: 'wrongCredentials' } };
    expect(await attempt('ada', 'not it')).toEqual(wrong);
    expect(await attempt('nobody', 'not it')).toEqual(wrong);
  });

  it('is slowed down after some wrong passwords, and never locked', async () => {
    for (let failures = 0; failures < 5; failures += 1) await attempt('ada', 'not it');
    expect(await attempt('ada', testAccounts.ada.password)).toEqual({
      ok: false,
      error: { code: 'tooManyAttempts', retryAfterMs: 1_000 },
    });
    must(await attempt('bruno', testAccounts.bruno.password));
    server.clock.ms += 1_000;
    must(await attempt('ada', testAccounts.ada.password));
    must(await attempt('ada', testAccounts.ada.password));
  });

  it('is for those whom the office’s file names, in the role that it names', async () => {
    const content = repositoryContent();
    const accounts = content.office.accounts
      .filter(({ account }) => account !== 'ada')
      .map((one) => (one.account === 'carla' ? { ...one, role: 'operator' as const } : one));
    await restartWith({ content: { ...content, office: { ...content.office, accounts } } });
    expect(await attempt('ada', testAccounts.ada.password)).toEqual({
      ok: false,
      error: { code: 'wrongCredentials' },
    });
    const carla = await signedIn(server.url, testAccounts.carla);
    expect(must(await carla.call('currentSession', {})).account.role).toBe('operator');
  });

  it('is not locked for longer when the clock is set back', async () => {
    for (let failures = 0; failures < 5; failures += 1) await attempt('ada', 'not it');
    server.clock.advance(-24 * 60);
    expect(await attempt('ada', testAccounts.ada.password)).toEqual({
      ok: false,
      error: { code: 'tooManyAttempts', retryAfterMs: 1_000 },
    });
  });

  it('lasts half an hour without work and twelve hours at most', async () => {
    const ada = await signedIn(server.url, testAccounts.ada);
    server.clock.advance(29);
    must(await ada.call('currentSession', {}));
    server.clock.advance(29);
    must(await ada.call('currentSession', {}));
    server.clock.advance(31);
    expect(await ada.call('currentSession', {})).toEqual({
      ok: false,
      error: { code: 'unauthenticated' },
    });
    const bruno = await signedIn(server.url, testAccounts.bruno);
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      server.clock.advance(20);
      must(await bruno.call('currentSession', {}));
    }
    server.clock.advance(20);
    expect((await bruno.call('currentSession', {})).ok).toBe(false);
  });

  it('costs a real hash 2^17 rounds, and the same for nobody', async () => {
    const phc = await hashPassword('a real password');
    expect(phc).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(await verifyPassword('a real password', phc)).toBe(true);
    expect(await verifyPassword('another password', phc)).toBe(false);
    expect(await verifyPassword('', null)).toBe(false);
  });

  it('has passwords that can be read from paper', () => {
    for (let count = 0; count < 200; count += 1) {
      expect(newPassword()).toMatch(/^([a-z3467]{4}-){3}[a-z3467]{4}$/);
      expect(newPassword()).not.toMatch(/[012589ilosuvbgqz]/);
    }
  });
});

describe('the live feed', () => {
  const boardHeaders = () => client(server.url, server.boardToken).headers();

  it('begins with the whole picture and goes on with every change', async () => {
    await takeTicket(kiosk());
    const board = await openFeed(server.url, boardHeaders());
    expect(await board.next()).toEqual({
      type: 'snapshot',
      cursor: '2026-11-23.1',
      view: { kind: 'board', serviceDay: '2026-11-23', latestCalls: [] },
    });
    const ada = await atCounter(server.url, testAccounts.ada, '1');
    expect(await board.next()).toMatchObject({ type: 'change', calls: [] });
    must(await ada.call('callNext', { commandId: randomUUID() }));
    const call = { sequence: 3, code: 'A001', counter: '1', calledAtMs: server.clock.ms };
    expect(await board.next()).toEqual({
      type: 'change',
      cursor: '2026-11-23.3',
      view: { kind: 'board', serviceDay: '2026-11-23', latestCalls: [call] },
      calls: [call],
    });
    board.close();
  });

  it('gives a board that was away every call it missed, recalls too', async () => {
    await takeTicket(kiosk());
    const ada = await atCounter(server.url, testAccounts.ada, '1');
    const { ticketId } = must(await ada.call('callNext', { commandId: randomUUID() }));
    must(await ada.call('recall', { commandId: randomUUID(), ticketId }));
    const board = await openFeed(server.url, boardHeaders(), '2026-11-23.2');
    const message = await board.next();
    expect(message).toMatchObject({
      type: 'change',
      cursor: '2026-11-23.4',
      calls: [{ sequence: 3 }, { sequence: 4 }],
      view: { latestCalls: [{ sequence: 4, code: 'A001' }] },
    });
    board.close();
  });

  it.each(['2026-11-22.2', '2026-11-23.99', 'nonsense'])(
    'begins anew for a reader with the cursor %s',
    async (cursor) => {
      await takeTicket(kiosk());
      const board = await openFeed(server.url, boardHeaders(), cursor);
      expect(await board.next()).toMatchObject({ type: 'snapshot', cursor: '2026-11-23.1' });
      board.close();
    },
  );

  it('shows each role its own view', async () => {
    await takeTicket(kiosk());
    const kioskFeed = await openFeed(server.url, kiosk().headers());
    expect(await kioskFeed.next()).toMatchObject({
      view: { kind: 'kiosk', queues: [{ letter: 'A', waiting: 1, isFull: false }, {}, {}] },
    });
    const ada = await signedIn(server.url, testAccounts.ada);
    const deskFeed = await openFeed(server.url, ada.headers());
    expect(await deskFeed.next()).toMatchObject({
      view: {
        kind: 'desk',
        waiting: [{ code: 'A001' }],
        counters: [{ counter: '1', status: 'closed' }, {}, {}, {}],
        totals: { issued: 1, closed: 0, noShows: 0 },
      },
    });
    kioskFeed.close();
    deskFeed.close();
  });

  it('tells a desk whom it would call next, and why', async () => {
    await takeTicket(kiosk());
    const ada = await atCounter(server.url, testAccounts.ada, '1');
    const feed = await openFeed(server.url, ada.headers());
    const { view } = await feed.next();
    if (view.kind !== 'desk') throw new Error('Not the view of a desk');
    expect(view.counters[0]).toMatchObject({
      status: 'open',
      ticket: null,
      next: { reason: { code: 'longestWaiting', queue: 'A', sinceMs: server.clock.ms } },
    });
    feed.close();
  });

  it('ends at once for a person who signs out', async () => {
    const ada = await signedIn(server.url, testAccounts.ada);
    const feed = await openFeed(server.url, ada.headers());
    await feed.next();
    must(await ada.call('signOut', {}));
    await feed.ended();
  });

  it('begins a new day with a snapshot', async () => {
    const board = await openFeed(server.url, boardHeaders());
    await board.next();
    server.clock.advance(24 * 60);
    await takeTicket(kiosk());
    expect(await board.next()).toMatchObject({ type: 'snapshot', cursor: '2026-11-24.0' });
    expect(await board.next()).toMatchObject({ type: 'change', cursor: '2026-11-24.1' });
    board.close();
  });
});
