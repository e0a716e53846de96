import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueueEvent, RecordedEvent } from '../../../electron/queue/event.ts';
import type { Store } from '../../../electron/server/store/store.ts';

const day = { officeId: 'demo', serviceDay: '2026-11-23' };

export function issued(sequence: number, ticketId = `ticket-${sequence}`): RecordedEvent {
  const event: QueueEvent = {
    type: 'ticketIssued',
    ticketId,
    queue: 'A',
    number: sequence,
    entry: 'walkIn',
    hasPriority: false,
  };
  return { sequence, atMs: 1_000 + sequence, event };
}

const command = (commandId: string) => ({ commandId, fingerprint: 'f', reply: '{"a":1}' });

function session(tokenSha256: string, account = 'ada') {
  const officeId = day.officeId;
  return { tokenSha256, account, officeId, counter: null, createdAtMs: 0, lastUsedAtMs: 0 };
}

function hold(tokenSha256: string, counter: string, takenFrom: string | null = null) {
  return { tokenSha256, officeId: day.officeId, counter, takenFrom, command: null };
}

/** What every engine must do. `open` gives an empty store, `close` ends it. */
export function describeStore(
  engine: string,
  open: () => Promise<{ store: Store; close: () => Promise<void> }>,
): void {
  describe(`the store on ${engine}`, () => {
    let store: Store;
    let close: () => Promise<void>;

    beforeEach(async () => {
      ({ store, close } = await open());
      for (const account of ['ada', 'bruno']) {
        await store.saveAccount({
          account,
          displayName: account,
          role: 'operator',
          passwordHash: 'h',
        });
      }
    });
    afterEach(() => close());

    it('reads back exactly the events it was given, in order', async () => {
      expect(await store.append({ day, events: [issued(1), issued(2)], command: null })).toBe(
        'appended',
      );
      expect(await store.append({ day, events: [issued(3)], command: null })).toBe('appended');
      expect(await store.readDay(day, 0)).toEqual([issued(1), issued(2), issued(3)]);
      expect(await store.readDay(day, 2)).toEqual([issued(3)]);
    });

    it('lets only one of two writers put an event at the same place', async () => {
      const outcomes = await Promise.all(
        ['a', 'b', 'c'].map((ticketId) =>
          store.append({ day, events: [issued(1, ticketId)], command: null }),
        ),
      );
      expect(outcomes.toSorted()).toEqual(['appended', 'conflict', 'conflict']);
      expect(await store.readDay(day, 0)).toHaveLength(1);
    });

    it('refuses an event that would leave a gap', async () => {
      expect(await store.append({ day, events: [issued(2)], command: null })).toBe('conflict');
      expect(await store.readDay(day, 0)).toEqual([]);
    });

    it('numbers each office and each day by itself', async () => {
      await store.append({ day, events: [issued(1)], command: null });
      const tomorrow = { ...day, serviceDay: '2026-11-24' };
      const elsewhere = { ...day, officeId: 'other' };
      expect(await store.append({ day: tomorrow, events: [issued(1)], command: null })).toBe(
        'appended',
      );
      expect(await store.append({ day: elsewhere, events: [issued(1)], command: null })).toBe(
        'appended',
      );
      expect(await store.readDay(tomorrow, 0)).toHaveLength(1);
    });

    it('keeps the reply to a command with its events, or neither', async () => {
      await store.append({ day, events: [issued(1)], command: command('one') });
      expect(await store.findCommand('one')).toEqual(command('one'));
      expect(await store.append({ day, events: [issued(2)], command: command('one') })).toBe(
        'conflict',
      );
      expect(await store.readDay(day, 0)).toHaveLength(1);
      expect(await store.append({ day, events: [issued(9)], command: command('two') })).toBe(
        'conflict',
      );
      expect(await store.findCommand('two')).toBeNull();
    });

    it('forgets earlier days with their replies and keeps the present one', async () => {
      const yesterday = { ...day, serviceDay: '2026-11-22' };
      await store.append({ day: yesterday, events: [issued(1)], command: command('old') });
      await store.append({ day, events: [issued(1)], command: command('new') });
      expect(await store.deleteDaysBefore(day.serviceDay)).toBe(1);
      expect(await store.readDay(yesterday, 0)).toEqual([]);
      expect(await store.findCommand('old')).toBeNull();
      expect(await store.readDay(day, 0)).toHaveLength(1);
      expect(await store.findCommand('new')).toEqual(command('new'));
    });

    it('never lets two sessions hold the same counter', async () => {
      await store.addSession(session('s1'));
      await store.addSession(session('s2', 'bruno'));
      expect(await store.holdCounter(hold('s1', '3'))).toBe('held');
      expect(await store.holdCounter(hold('s2', '3'))).toBe('conflict');
      expect((await store.findHolder('demo', '3'))?.tokenSha256).toBe('s1');
    });

    it('hands a counter over from one session to another in one step', async () => {
      await store.addSession(session('s1'));
      await store.addSession(session('s2'));
      await store.holdCounter(hold('s1', '3'));
      expect(await store.holdCounter(hold('s2', '3', 's1'))).toBe('held');
      expect((await store.findSession('s1'))?.counter).toBeNull();
      expect((await store.findHolder('demo', '3'))?.tokenSha256).toBe('s2');
    });

    it('frees the counters that the day no longer has open', async () => {
      await store.addSession(session('s1'));
      await store.addSession(session('s2', 'bruno'));
      await store.holdCounter(hold('s1', '1'));
      await store.holdCounter(hold('s2', '2'));
      await store.releaseCountersExcept('demo', ['2']);
      expect((await store.findSession('s1'))?.counter).toBeNull();
      expect((await store.findSession('s2'))?.counter).toBe('2');
    });

    it('ends the sessions of an account whose password is replaced', async () => {
      await store.addSession(session('s1'));
      await store.addSession(session('s2', 'bruno'));
      await store.saveAccount({
        account: 'ada',
        displayName: 'Ada',
        role: 'supervisor',
        passwordHash: 'new',
      });
      expect(await store.findSession('s1')).toBeNull();
      expect(await store.findSession('s2')).not.toBeNull();
      expect((await store.findAccount('ada'))?.role).toBe('supervisor');
      expect(await store.listAccounts()).toHaveLength(2);
    });

    it('ends sessions that are too old or unused for too long', async () => {
      await store.addSession({ ...session('old'), createdAtMs: 5, lastUsedAtMs: 90 });
      await store.addSession({ ...session('idle'), createdAtMs: 50, lastUsedAtMs: 50 });
      await store.addSession({ ...session('live'), createdAtMs: 50, lastUsedAtMs: 50 });
      await store.touchSession('live', 90);
      await store.endSessionsBefore({ createdBeforeMs: 10, usedBeforeMs: 60 });
      expect(await store.findSession('old')).toBeNull();
      expect(await store.findSession('idle')).toBeNull();
      expect((await store.findSession('live'))?.lastUsedAtMs).toBe(90);
      await store.endSession('live');
      expect(await store.findSession('live')).toBeNull();
    });

    it('knows a device by the hash of its token', async () => {
      await store.addDevice({ tokenSha256: 'd1', role: 'board', createdAtMs: 1 });
      expect(await store.findDevice('d1')).toEqual({ role: 'board' });
      expect(await store.findDevice('d2')).toBeNull();
    });

    it('tells its own failures from the errors of the program', () => {
      expect(store.isFailure(new Error('a slip'))).toBe(false);
    });
  });
}
