import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueueEvent, RecordedEvent } from '../../../electron/queue/event.ts';
import type { AccountRecord, OfficeCopy, Store } from '../../../electron/server/store/store.ts';

export const day = { officeId: 'demo', serviceDay: '2026-11-23' };
export const yesterday = { ...day, serviceDay: '2026-11-22' };
/** Another office on the same day. */
const elsewhere = { ...day, officeId: 'other' };

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

export function command(commandId: string) {
  return { commandId, fingerprint: 'f', reply: '{"a":1}' };
}

function account(name: string, officeId = day.officeId): AccountRecord {
  return {
    officeId,
    account: name,
    displayName: name,
    role: 'operator',
    passwordHash: 'h',
  };
}

function session(tokenSha256: string, account = 'ada', officeId = day.officeId) {
  const times = { createdAtMs: 0, lastUsedAtMs: 0, lastSeenAtMs: 0 };
  return { tokenSha256, account, officeId, counter: null, ...times };
}

function hold(tokenSha256: string, counter: string, takenFrom: string | null = null) {
  return { tokenSha256, officeId: day.officeId, counter, takenFrom, command: null };
}

/** Something of everything that is kept of an office. */
export async function fillOffice(store: Store, officeId = day.officeId): Promise<void> {
  const today = { ...day, officeId };
  const { serviceDay } = yesterday;
  await store.append({
    day: { officeId, serviceDay },
    events: [issued(1), issued(2)],
    command: command(`${officeId} 1`),
  });
  await store.append({ day: today, events: [issued(1)], command: command(`${officeId} 2`) });
  await store.saveAggregates({ officeId, serviceDay }, [
    { hour: 9, queue: 'A', figures: '{"issued":7}' },
    { hour: null, queue: 'A', figures: '{"issued":3}' },
    { hour: null, queue: null, figures: '{"issued":1}' },
    { hour: 9, queue: null, figures: '{"counterMinutes":60}' },
  ]);
  await store.saveAccount(account('ada', officeId));
  await store.saveAccount({ ...account('Zoë', officeId), role: 'administrator' });
  await store.addDevice({
    officeId,
    tokenSha256: `kiosk of ${officeId}`,
    role: 'kiosk',
    createdAtMs: Date.parse('2026-11-22T08:00:00Z'),
  });
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
      for (const name of ['ada', 'bruno']) await store.saveAccount(account(name));
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

    it('refuses a command that it knows, even on another day', async () => {
      await store.append({ day: yesterday, events: [issued(1)], command: command('one') });
      expect(await store.append({ day, events: [issued(1)], command: command('one') })).toBe(
        'conflict',
      );
      expect(await store.readDay(day, 0)).toEqual([]);
    });

    it('writes every event of a step, or none', async () => {
      await store.append({ day, events: [issued(1)], command: null });
      const events = [issued(2), issued(2)];
      expect(await store.append({ day, events, command: null })).toBe('conflict');
      expect(await store.readDay(day, 0)).toEqual([issued(1)]);
    });

    it('forgets earlier days with their replies and keeps the present one', async () => {
      await store.append({ day: yesterday, events: [issued(1)], command: command('old') });
      await store.append({ day, events: [issued(1)], command: command('new') });
      expect(await store.deleteDaysBefore('demo', day.serviceDay)).toBe(1);
      expect(await store.readDay(yesterday, 0)).toEqual([]);
      expect(await store.findCommand('old')).toBeNull();
      expect(await store.readDay(day, 0)).toHaveLength(1);
      expect(await store.findCommand('new')).toEqual(command('new'));
    });

    it('forgets the days of one office and leaves the others theirs', async () => {
      const theirs = { ...yesterday, officeId: 'other' };
      await store.append({ day: yesterday, events: [issued(1)], command: null });
      await store.append({ day: theirs, events: [issued(1)], command: command('theirs') });
      expect(await store.deleteDaysBefore('demo', day.serviceDay)).toBe(1);
      expect(await store.readDay(theirs, 0)).toHaveLength(1);
      expect(await store.findCommand('theirs')).not.toBeNull();
      expect(await store.deleteDaysBefore('other', day.serviceDay)).toBe(1);
      expect(await store.findCommand('theirs')).toBeNull();
      expect(await store.deleteDaysBefore('other', day.serviceDay)).toBe(0);
      expect(await store.append({ day: theirs, events: [issued(1)], command: null })).toBe(
        'appended',
      );
    });

    it('names the past days of an office that still have tickets, the oldest first', async () => {
      for (const serviceDay of ['2026-11-20', '2026-11-18', day.serviceDay]) {
        await store.append({ day: { ...day, serviceDay }, events: [issued(1)], command: null });
      }
      await store.append({
        day: { officeId: 'other', serviceDay: '2026-11-19' },
        events: [issued(1)],
        command: null,
      });
      expect(await store.daysInLedger('demo', day.serviceDay)).toEqual([
        '2026-11-18',
        '2026-11-20',
      ]);
    });

    it('replaces what is kept of a day, and never doubles it', async () => {
      const first = [
        { hour: 10, queue: 'A', figures: '{"issued":3}' },
        { hour: 9, queue: 'B', figures: '{"issued":9}' },
        { hour: 9, queue: 'A', figures: '{"issued":7}' },
        { hour: 9, queue: null, figures: '{"counterMinutes":60}' },
        { hour: null, queue: 'A', figures: '{"issued":2}' },
      ];
      await store.saveAggregates(yesterday, first);
      await store.saveAggregates(yesterday, first);
      const { serviceDay } = yesterday;
      expect(await store.readAggregates('demo', '2026-11-01', serviceDay)).toEqual(
        [first[4], first[3], first[2], first[1], first[0]].map((one) => ({ ...one, serviceDay })),
      );
      await store.saveAggregates(yesterday, first.slice(0, 1));
      expect(await store.readAggregates('demo', serviceDay, serviceDay)).toHaveLength(1);
    });

    it('keeps nothing of a day twice for one hour and queue', async () => {
      const twice = { hour: 9, queue: null, figures: '{}' };
      await expect(store.saveAggregates(yesterday, [twice, twice])).rejects.toThrow();
      const wholeDay = { ...twice, hour: null };
      await expect(store.saveAggregates(yesterday, [wholeDay, wholeDay])).rejects.toThrow();
      expect(await store.readAggregates('demo', '2026-01-01', '2026-12-31')).toEqual([]);
    });

    it('reads what is kept of an office between two days', async () => {
      const figures = [{ hour: 9, queue: 'A', figures: '{}' }];
      for (const serviceDay of ['2026-11-19', '2026-11-20', '2026-11-21']) {
        await store.saveAggregates({ officeId: 'demo', serviceDay }, figures);
      }
      await store.saveAggregates({ officeId: 'other', serviceDay: '2026-11-20' }, figures);
      const read = await store.readAggregates('demo', '2026-11-20', '2026-11-21');
      expect(read.map(({ serviceDay }) => serviceDay)).toEqual(['2026-11-20', '2026-11-21']);
    });

    it('backs up without harm to what is there', async () => {
      await store.append({ day, events: [issued(1)], command: null });
      await store.backUp(day.serviceDay);
      expect(await store.readDay(day, 0)).toEqual([issued(1)]);
    });

    it('knows people of the same name in two offices apart', async () => {
      await store.saveAccount({ ...account('ada', 'other'), displayName: 'Another Ada' });
      await store.addSession(session('s1'));
      await store.addSession(session('s2', 'ada', 'other'));
      expect((await store.findAccount('demo', 'ada'))?.displayName).toBe('ada');
      expect((await store.findAccount('other', 'ada'))?.displayName).toBe('Another Ada');
      expect(await store.findAccount('other', 'bruno')).toBeNull();
      expect((await store.listAccounts('other')).map(({ officeId }) => officeId)).toEqual([
        'other',
      ]);
      await store.saveAccount(account('ada', 'other'));
      expect(await store.findSession('s1')).not.toBeNull();
      expect(await store.findSession('s2')).toBeNull();
    });

    it('refuses a session of somebody it does not know in that office', async () => {
      await expect(store.addSession(session('s1', 'bruno', 'other'))).rejects.toThrow();
    });

    it('lets each office have a counter of the same name', async () => {
      await store.saveAccount(account('ada', 'other'));
      await store.addSession(session('s1'));
      await store.addSession(session('s2', 'ada', 'other'));
      expect(await store.holdCounter(hold('s1', '3'))).toBe('held');
      expect(await store.holdCounter({ ...hold('s2', '3'), officeId: 'other' })).toBe('held');
      expect((await store.findHolder('other', '3'))?.tokenSha256).toBe('s2');
      await store.releaseCountersExcept('demo', []);
      expect(await store.listHolders('demo')).toEqual([]);
      expect((await store.listHolders('other')).map((one) => one.tokenSha256)).toEqual(['s2']);
    });

    it('lists who holds a counter, and nobody else', async () => {
      await store.addSession(session('s1'));
      await store.addSession(session('s2', 'bruno'));
      await store.holdCounter(hold('s2', '2'));
      expect(await store.listHolders('demo')).toEqual([
        { ...session('s2', 'bruno'), counter: '2' },
      ]);
      await store.releaseCounter('s2');
      expect(await store.listHolders('demo')).toEqual([]);
    });

    it('keeps the reply to taking a counter, or leaves the counter', async () => {
      await store.addSession(session('s1'));
      const withReply = (counter: string) => ({
        ...hold('s1', counter),
        command: { ...command('take'), serviceDay: day.serviceDay },
      });
      expect(await store.holdCounter(withReply('1'))).toBe('held');
      expect(await store.findCommand('take')).toEqual(command('take'));
      expect(await store.holdCounter(withReply('2'))).toBe('conflict');
      const tomorrow = { ...command('take'), serviceDay: '2026-11-24' };
      expect(await store.holdCounter({ ...hold('s1', '2'), command: tomorrow })).toBe('conflict');
      expect((await store.findSession('s1'))?.counter).toBe('1');
    });

    it('remembers when a desk was last there, and never moves that back', async () => {
      await store.addSession(session('s1'));
      await store.markSeen('s1', 50);
      await store.markSeen('s1', 40);
      expect(await store.findSession('s1')).toMatchObject({ lastUsedAtMs: 0, lastSeenAtMs: 50 });
      await store.touchSession('s1', 45);
      expect(await store.findSession('s1')).toMatchObject({ lastUsedAtMs: 45, lastSeenAtMs: 50 });
      await store.touchSession('s1', 60);
      expect(await store.findSession('s1')).toMatchObject({ lastUsedAtMs: 60, lastSeenAtMs: 60 });
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
      await store.saveAccount({ ...account('ada'), role: 'supervisor', passwordHash: 'new' });
      expect(await store.findSession('s1')).toBeNull();
      expect(await store.findSession('s2')).not.toBeNull();
      expect((await store.findAccount('demo', 'ada'))?.role).toBe('supervisor');
      expect(await store.listAccounts('demo')).toHaveLength(2);
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
      await store.addDevice({ officeId: 'demo', tokenSha256: 'd1', role: 'board', createdAtMs: 1 });
      expect(await store.findDevice('d1')).toEqual({ officeId: 'demo', role: 'board' });
      expect(await store.findDevice('d2')).toBeNull();
    });

    it('keeps the times of today to the millisecond', async () => {
      const atMs = Date.parse('2026-11-23T08:00:00.123Z');
      await store.append({ day, events: [{ ...issued(1), atMs }], command: null });
      expect((await store.readDay(day, 0))[0]?.atMs).toBe(atMs);
    });

    it('gives everything of one office and nothing of another', async () => {
      await fillOffice(store, 'first');
      await fillOffice(store, 'second');
      const copy = await store.exportOffice('first');
      expect(copy.events.map(({ serviceDay, event }) => [serviceDay, event.sequence])).toEqual([
        ['2026-11-22', 1],
        ['2026-11-22', 2],
        ['2026-11-23', 1],
      ]);
      expect(copy.commands.map(({ commandId }) => commandId)).toEqual(['first 1', 'first 2']);
      expect(copy.aggregates.map(({ queue }) => queue)).toEqual([null, 'A', null, 'A']);
      expect(copy.accounts.map((one) => one.account)).toEqual(['Zoë', 'ada']);
      expect(copy.devices.map(({ tokenSha256 }) => tokenSha256)).toEqual(['kiosk of first']);
      expect(JSON.stringify(copy)).not.toContain('second');
    });

    it('takes in what was given of an office, in the same form', async () => {
      const copy: OfficeCopy = {
        officeId: 'moved',
        events: [{ serviceDay: day.serviceDay, event: issued(1) }],
        commands: [{ ...command('moved'), serviceDay: day.serviceDay }],
        aggregates: [{ serviceDay: '2026-11-22', hour: 0, queue: null, figures: '{}' }],
        accounts: [account('ada', 'moved')],
        devices: [{ officeId: 'moved', tokenSha256: 'd', role: 'kiosk', createdAtMs: 1 }],
      };
      expect(await store.importOffice(copy)).toBe('imported');
      expect(await store.exportOffice('moved')).toEqual(copy);
      expect(
        await store.append({
          day: { ...day, officeId: 'moved' },
          events: [issued(2)],
          command: null,
        }),
      ).toBe('appended');
    });

    it('takes in nothing of an office of which it has anything', async () => {
      const empty = { events: [], commands: [], aggregates: [], accounts: [], devices: [] };
      await store.append({ day: elsewhere, events: [issued(1)], command: null });
      const copy: OfficeCopy = {
        ...empty,
        officeId: 'other',
        accounts: [account('ada', 'other')],
      };
      expect(await store.importOffice(copy)).toBe('notEmpty');
      expect(await store.listAccounts('other')).toEqual([]);
      expect(await store.importOffice({ ...empty, officeId: 'demo' })).toBe('notEmpty');
    });

    it('has one secret for the phone pages of an office’s day, whoever proposed it first', async () => {
      expect(await store.phoneSecret(day, 'first')).toBe('first');
      expect(await store.phoneSecret(day, 'second')).toBe('first');
      expect(await store.phoneSecret(elsewhere, 'theirs')).toBe('theirs');
      expect(await store.phoneSecret(yesterday, 'of yesterday')).toBe('of yesterday');
    });

    it('forgets that secret with the tickets of its day, and no other', async () => {
      for (const each of [yesterday, day]) await store.phoneSecret(each, 'old');
      await store.phoneSecret({ ...yesterday, officeId: 'other' }, 'old');
      await store.deleteDaysBefore(day.officeId, day.serviceDay);
      expect(await store.phoneSecret(yesterday, 'new')).toBe('new');
      expect(await store.phoneSecret(day, 'new')).toBe('old');
      expect(await store.phoneSecret({ ...yesterday, officeId: 'other' }, 'new')).toBe('old');
    });

    it('can be written to', async () => {
      expect(await store.canWrite()).toBe(true);
    });

    it('tells its own failures from the errors of the program', () => {
      expect(store.isFailure(new Error('a slip'))).toBe(false);
    });

    describe('calls for help', () => {
      const call = (
        callId: string,
        kiosk = 'one',
        calledAtMs = 1_000,
        officeId = day.officeId,
      ) => ({
        callId,
        officeId,
        kiosk,
        calledAtMs,
        place: null,
      });

      it('are open until they are answered, oldest first, each office its own', async () => {
        await store.addHelpCall(call('b', 'two', 2_000));
        await store.addHelpCall(call('a'));
        await store.addHelpCall(call('c', 'three', 500, elsewhere.officeId));
        expect(await store.openHelpCalls(day.officeId)).toEqual([
          call('a'),
          call('b', 'two', 2_000),
        ]);
        await store.answerHelpCall(elsewhere.officeId, 'a');
        expect(await store.openHelpCalls(day.officeId)).toHaveLength(2);
        await store.answerHelpCall(day.officeId, 'a');
        expect(await store.openHelpCalls(day.officeId)).toEqual([call('b', 'two', 2_000)]);
      });

      it('are one for each kiosk, as old as its last touch', async () => {
        await store.addHelpCall(call('a'));
        await store.addHelpCall(call('b', 'one', 5_000));
        expect(await store.openHelpCalls(day.officeId)).toEqual([call('a', 'one', 5_000)]);
      });

      it('keep where the kiosk stands, as its last touch says it', async () => {
        await store.addHelpCall({ ...call('a'), place: 'al primo piano' });
        expect(await store.openHelpCalls(day.officeId)).toMatchObject([
          { place: 'al primo piano' },
        ]);
        await store.addHelpCall({ ...call('b'), place: 'all’ingresso' });
        expect(await store.openHelpCalls(day.officeId)).toMatchObject([{ place: 'all’ingresso' }]);
        await store.addHelpCall(call('c'));
        expect(await store.openHelpCalls(day.officeId)).toMatchObject([{ place: null }]);
      });

      it('are not made again by a repetition that comes after the answer', async () => {
        await store.addHelpCall(call('a'));
        await store.answerHelpCall(day.officeId, 'a');
        await store.addHelpCall(call('a'));
        expect(await store.openHelpCalls(day.officeId)).toEqual([]);
        await store.addHelpCall(call('b', 'one', 2_000));
        expect(await store.openHelpCalls(day.officeId)).toEqual([call('b', 'one', 2_000)]);
      });

      it('are forgotten when they are old', async () => {
        await store.addHelpCall(call('a'));
        await store.addHelpCall(call('b', 'two', 2_000));
        await store.deleteHelpCallsBefore(2_000);
        expect(await store.openHelpCalls(day.officeId)).toEqual([call('b', 'two', 2_000)]);
      });
    });

    describe('troubles of devices', () => {
      const trouble = (device: string, reportedAtMs = 1_000, officeId = day.officeId) => ({
        device,
        officeId,
        reportedAtMs,
        trouble: `{"printer":"paperOut of ${device}"}`,
      });

      it('are what each device said last, each office its own', async () => {
        await store.saveDeviceTrouble(trouble('b'));
        await store.saveDeviceTrouble(trouble('a', 2_000));
        await store.saveDeviceTrouble(trouble('c', 1_000, elsewhere.officeId));
        const said = { ...trouble('b', 3_000), trouble: '{"printer":"fault"}' };
        await store.saveDeviceTrouble(said);
        expect(await store.deviceTroubles(day.officeId)).toEqual([trouble('a', 2_000), said]);
      });

      it('are gone once the device is well, which it may say again', async () => {
        await store.saveDeviceTrouble(trouble('a'));
        await store.deleteDeviceTrouble(elsewhere.officeId, 'a');
        expect(await store.deviceTroubles(day.officeId)).toHaveLength(1);
        for (let said = 0; said < 2; said += 1) {
          await store.deleteDeviceTrouble(day.officeId, 'a');
          expect(await store.deviceTroubles(day.officeId)).toEqual([]);
        }
      });

      it('are forgotten when they are old', async () => {
        await store.saveDeviceTrouble(trouble('a'));
        await store.saveDeviceTrouble(trouble('b', 2_000));
        await store.deleteDeviceTroublesBefore(2_000);
        expect(await store.deviceTroubles(day.officeId)).toEqual([trouble('b', 2_000)]);
      });
    });
  });
}
