import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrations } from '../../../electron/server/store/migrations/all.ts';
import type { Migration } from '../../../electron/server/store/migrations/migration.ts';
import {
  DATABASE_URL_VARIABLE,
  databaseProblemSentence,
  openDatabase,
} from '../../../electron/server/store/open-database.ts';
import { requireSettings } from '../../../electron/server/store/postgres/connections.ts';
import { openPostgresStore } from '../../../electron/server/store/postgres/open-postgres-store.ts';
import type { OfficeDay, Store } from '../../../electron/server/store/store.ts';
import { MORNING_MS, openTestStore } from '../../support/in-process-server.ts';
import { TestPostgres } from '../../support/postgres.ts';
import { startTcpProxy } from '../../support/tcp-proxy.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';
import { command, day, describeStore, fillOffice, issued, yesterday } from './store-conformance.ts';

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await TestPostgres.start();
}, 60_000);
afterAll(() => postgres.remove(), 60_000);

async function openTestPostgres(databaseUrl: string, extra: readonly Migration[] = migrations) {
  const opened = await openPostgresStore({ databaseUrl, migrations: extra });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

describeStore('PostgreSQL', async () => {
  const store = await openTestPostgres(await postgres.createSchema());
  return { store, close: () => store.close() };
});

describe('several servers on one PostgreSQL', () => {
  let url: string;
  let here: Store;
  let there: Store;

  beforeEach(async () => {
    url = await postgres.createSchema();
    [here, there] = await Promise.all([openTestPostgres(url), openTestPostgres(url)]);
  });
  afterEach(async () => {
    await Promise.all([here.close(), there.close()]);
  });

  const tables = async () => {
    const rows = await postgres.run(
      "SELECT relname FROM pg_class WHERE relkind = 'r' AND relispartition AND pg_table_is_visible(oid) ORDER BY relname",
      url,
    );
    return rows.map(({ relname }) => relname);
  };

  /** Breaks off whatever the stores are connected with. */
  const cutConnections = () =>
    postgres.run(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'sportello'`,
      url,
    );

  /** Resolves when the listener of another server has heard, and read, so many events. */
  function hears(store: Store, events: number): Promise<OfficeDay> {
    return new Promise((resolve) => {
      store.onAppended(async (heard) => {
        if ((await store.readDay(heard, 0)).length >= events) resolve(heard);
      });
    });
  }

  it('never put two events at the same place, however they race', async () => {
    for (let sequence = 1; sequence <= 40; sequence += 1) {
      const outcomes = await Promise.all(
        [here, there, here, there].map((store, index) =>
          store.append({
            day,
            events: [issued(sequence, `${sequence}-${index}`)],
            command: command(`${sequence}-${index}`),
          }),
        ),
      );
      expect(outcomes.toSorted()).toEqual(['appended', 'conflict', 'conflict', 'conflict']);
    }
    const written = await here.readDay(day, 0);
    expect(written.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
    expect(await there.readDay(day, 0)).toEqual(written);
  });

  it('carry out a command once, whichever of them is asked', async () => {
    const outcomes = await Promise.all(
      [here, there].map((store, index) =>
        store.append({
          day: { ...day, officeId: `office ${index}` },
          events: [issued(1)],
          command: command('same'),
        }),
      ),
    );
    expect(outcomes.toSorted()).toEqual(['appended', 'conflict']);
  });

  it('begin each day together', async () => {
    for (let date = 10; date < 20; date += 1) {
      const outcomes = await Promise.all(
        [here, there].flatMap((store, index) =>
          ['a', 'b'].map((office) =>
            store.append({
              day: { officeId: `${office} ${index}`, serviceDay: `2026-10-${date}` },
              events: [issued(1)],
              command: null,
            }),
          ),
        ),
      );
      expect(outcomes).toEqual(['appended', 'appended', 'appended', 'appended']);
    }
  });

  it('hear of the other’s calls for help', async () => {
    const { officeId } = day;
    const heardIf = (isTrue: (callIds: string[]) => boolean) =>
      new Promise<void>((resolve) => {
        const stop = there.onHelpCallsChanged(async (heard) => {
          const open = await there.openHelpCalls(heard);
          if (!isTrue(open.map(({ callId }) => callId))) return;
          stop();
          resolve();
        });
      });
    await there.readDay(day, 0);
    // Listening has begun once what was missed is told.
    await heardIf(() => true);
    const called = heardIf((callIds) => callIds.includes('a'));
    await here.addHelpCall({ callId: 'a', officeId, kiosk: 'one', calledAtMs: 1_000, place: null });
    await called;
    const answered = heardIf((callIds) => callIds.length === 0);
    await here.answerHelpCall(officeId, 'a');
    await answered;
  });

  it('hear of the other’s troubles of devices, and that they are over', async () => {
    const { officeId } = day;
    const heardIf = (isTrue: (devices: string[]) => boolean) =>
      new Promise<void>((resolve) => {
        const stop = there.onDeviceTroublesChanged(async (heard) => {
          const open = await there.deviceTroubles(heard);
          if (!isTrue(open.map(({ device }) => device))) return;
          stop();
          resolve();
        });
      });
    await there.readDay(day, 0);
    // Listening has begun once what was missed is told.
    await heardIf(() => true);
    const reported = heardIf((devices) => devices.includes('a'));
    await here.saveDeviceTrouble({ device: 'a', officeId, reportedAtMs: 1_000, trouble: '{}' });
    await reported;
    const mended = heardIf((devices) => devices.length === 0);
    await here.deleteDeviceTrouble(officeId, 'a');
    await mended;
  });

  it('hear of what the other wrote', async () => {
    await there.readDay(day, 0);
    const heard = hears(there, 1);
    await here.append({ day, events: [issued(1)], command: null });
    expect(await heard).toEqual(day);
    const heardMore = hears(there, 2);
    await here.append({ day, events: [issued(2)], command: null });
    expect(await heardMore).toEqual(day);
  });

  it('are not told of what they wrote themselves, or after they stopped listening', async () => {
    await here.readDay(day, 0);
    await hears(here, 0);
    const elsewhere = { ...day, officeId: 'other' };
    const told: string[] = [];
    let stop: () => void = () => undefined;
    const heard = new Promise<void>((resolve) => {
      stop = here.onAppended(({ officeId }) => {
        told.push(officeId);
        if (officeId === elsewhere.officeId) resolve();
      });
    });
    // Notices arrive in the order of commits: our own would come first.
    await here.append({ day, events: [issued(1)], command: null });
    await there.append({ day: elsewhere, events: [issued(1)], command: null });
    await heard;
    expect(told).toEqual(['other']);

    stop();
    const heardAgain = hears(here, 2);
    await there.append({ day: elsewhere, events: [issued(2)], command: null });
    expect(await heardAgain).toEqual(elsewhere);
    expect(told).toEqual(['other']);
  });

  it('do not mind what others say on the same channel', async () => {
    await here.readDay(day, 0);
    await hears(here, 0);
    const heard = hears(here, 1);
    await postgres.run("NOTIFY sportello_appended, '{'; NOTIFY sportello_appended", url);
    await there.append({ day, events: [issued(1)], command: null });
    expect(await heard).toEqual(day);
  });

  it('learn what they missed while the connection was broken', async () => {
    await there.readDay(day, 0);
    await hears(there, 0);
    const heard = hears(there, 1);
    await cutConnections();
    await here.append({ day, events: [issued(1)], command: null });
    expect(await heard).toEqual(day);
  });

  it('go on after their connections were broken, without an error', async () => {
    for (let sequence = 1; sequence <= 10; sequence += 1) {
      await cutConnections();
      const store = sequence % 2 === 0 ? here : there;
      expect(await store.append({ day, events: [issued(sequence)], command: null })).toBe(
        'appended',
      );
    }
    expect(await here.readDay(day, 0)).toHaveLength(10);
  });

  it.each(['fast', 'immediate'] as const)(
    'wait for a PostgreSQL that is restarted (%s), and lose nothing of what they acknowledged',
    async (ending) => {
      let isOver = false;
      const restart = async () => {
        await postgres.stop(ending);
        await postgres.resume();
        isOver = true;
      };
      const restarted = restart();
      let sequence = 1;
      while (!isOver || sequence < 20) {
        const append = { day, events: [issued(sequence)], command: command(`${sequence}`) };
        const outcome = await here.append(append).catch((error: unknown) => {
          // On a machine that is busy the restart may last longer than the store is patient.
          if (!here.isFailure(error)) throw error;
          return 'unavailable';
        });
        // A conflict here can only be with ourselves: then the command is known.
        if (outcome === 'conflict') expect(await here.findCommand(`${sequence}`)).not.toBeNull();
        if (outcome !== 'unavailable') sequence += 1;
      }
      await restarted;
      expect(await there.readDay(day, 0)).toHaveLength(sequence - 1);
    },
    30_000,
  );

  it('drop the tables of a day when the last office is done with it', async () => {
    const theirs = { ...yesterday, officeId: 'other' };
    await here.append({ day: yesterday, events: [issued(1)], command: null });
    await here.append({ day: theirs, events: [issued(1)], command: command('theirs') });
    await here.append({ day, events: [issued(1)], command: null });
    const ofToday = ['command_2026-11-23', 'ledger_2026-11-23', 'phone_secret_2026-11-23'];
    const ofYesterday = ofToday.map((table) => table.replace('23', '22'));
    const ofBoth = [...ofYesterday, ...ofToday].toSorted();
    expect(await tables()).toEqual(ofBoth);
    await here.deleteDaysBefore('demo', day.serviceDay);
    expect(await tables()).toEqual(ofBoth);
    await there.deleteDaysBefore('other', day.serviceDay);
    expect(await tables()).toEqual(ofToday);
  });

  it('keep what is written to an old day while the others tidy up', async () => {
    for (let date = 10; date < 30; date += 1) {
      const old = { ...day, serviceDay: `2026-10-${date}` };
      const tidying = there.deleteDaysBefore('other', day.serviceDay);
      for (let sequence = 1; sequence <= 3; sequence += 1) {
        const append = { day: old, events: [issued(sequence)], command: null };
        expect(await here.append(append)).toBe('appended');
        if (sequence === 1) await tidying;
      }
      expect(await here.readDay(old, 0)).toHaveLength(3);
      await here.deleteDaysBefore('demo', day.serviceDay);
    }
    expect(await tables()).toEqual([]);
  });

  it('do not drop a day to which somebody is just writing', async () => {
    await here.append({ day: yesterday, events: [issued(1)], command: null });
    await postgres.run('DELETE FROM ledger', url);
    const writer = new Client({ connectionString: url });
    await writer.connect();
    await writer.query(
      `BEGIN; INSERT INTO ledger VALUES ('demo', '${yesterday.serviceDay}', 1, 0, 'a', '{}')`,
    );
    const tidying = there.deleteDaysBefore('other', day.serviceDay);
    let waiting = 0;
    while (waiting === 0) {
      const { rows } = await writer.query('SELECT 1 FROM pg_locks WHERE NOT granted');
      waiting = rows.length;
    }
    await writer.query('COMMIT');
    await writer.end();
    // It may have given up; what counts is what it left.
    await Promise.allSettled([tidying]);
    expect(await here.readDay(yesterday, 0)).toHaveLength(1);
  });

  it('begin a day while a back-up reads everything, and do not wait for its end to delete', async () => {
    await here.append({ day: yesterday, events: [issued(1)], command: null });
    const backUp = new Client({ connectionString: url });
    await backUp.connect();
    await backUp.query('BEGIN; LOCK TABLE ledger, command IN ACCESS SHARE MODE');
    expect(await here.append({ day, events: [issued(1)], command: null })).toBe('appended');
    await expect(here.deleteDaysBefore('demo', day.serviceDay)).rejects.toThrow('lock timeout');
    expect(await here.readDay(yesterday, 0)).toEqual([]);
    await backUp.query('COMMIT');
    await backUp.end();
    await here.deleteDaysBefore('demo', day.serviceDay);
    expect(await tables()).toEqual([
      'command_2026-11-23',
      'ledger_2026-11-23',
      'phone_secret_2026-11-23',
    ]);
  });

  it('have one secret for phone pages, although both propose one at once', async () => {
    for (let date = 10; date < 20; date += 1) {
      const old = { ...day, serviceDay: `2026-10-${date}` };
      const [mine, theirs] = await Promise.all([
        here.phoneSecret(old, 'mine'),
        there.phoneSecret(old, 'theirs'),
      ]);
      expect(mine).toBe(theirs);
    }
  });

  it('drop a day that began before there were secrets for phone pages', async () => {
    await here.append({ day: yesterday, events: [issued(1)], command: null });
    await postgres.run(`DROP TABLE "phone_secret_${yesterday.serviceDay}"`, url);
    await here.deleteDaysBefore('demo', day.serviceDay);
    expect(await tables()).toEqual([]);
  });

  it('keep what is kept of a day once, although both close it at once', async () => {
    const cells = [
      { hour: 9, queue: 'A', figures: '{}' },
      { hour: 9, queue: null, figures: '{}' },
    ];
    for (let round = 0; round < 10; round += 1) {
      await Promise.all([here, there].map((store) => store.saveAggregates(yesterday, cells)));
    }
    const { serviceDay } = yesterday;
    expect(await here.readAggregates('demo', serviceDay, serviceDay)).toHaveLength(2);
  });

  it('let one of two sessions have a counter, on whichever server they are', async () => {
    const account = { officeId: 'demo', displayName: 'x', role: 'operator', passwordHash: 'h' };
    for (const name of ['ada', 'bruno']) {
      await here.saveAccount({ ...account, account: name, role: 'operator' });
    }
    const times = { createdAtMs: 0, lastUsedAtMs: 0, lastSeenAtMs: 0 };
    for (const [tokenSha256, name] of [
      ['s1', 'ada'],
      ['s2', 'bruno'],
    ] as const) {
      await here.addSession({
        ...times,
        tokenSha256,
        account: name,
        officeId: 'demo',
        counter: null,
      });
    }
    for (let round = 0; round < 10; round += 1) {
      const outcomes = await Promise.all(
        (
          [
            [here, 's1'],
            [there, 's2'],
          ] as const
        ).map(([store, tokenSha256]) =>
          store.holdCounter({
            tokenSha256,
            officeId: 'demo',
            counter: '3',
            takenFrom: null,
            command: { ...command(`${round} ${tokenSha256}`), serviceDay: day.serviceDay },
          }),
        ),
      );
      expect(outcomes.toSorted()).toEqual(['conflict', 'held']);
      await here.releaseCountersExcept('demo', []);
    }
  });
});

describe('an answer that was lost', () => {
  it('leaves a command that can be looked up', async () => {
    const direct = new URL(await postgres.createSchema());
    const proxy = await startTcpProxy(Number(direct.port));
    const viaProxy = new URL(direct);
    viaProxy.port = String(proxy.port);
    const store = await openTestPostgres(viaProxy.href);
    await store.append({ day, events: [issued(1)], command: command('one') });

    proxy.loseNextAnswer();
    expect(await store.append({ day, events: [issued(2)], command: command('two') })).toBe(
      'conflict',
    );
    expect(proxy.lost()).toBe(1);
    expect(await store.findCommand('two')).toEqual(command('two'));
    expect(await store.readDay(day, 0)).toEqual([issued(1), issued(2)]);
    await store.close();
    await proxy.close();
  });
});

describe('a PostgreSQL that is away', () => {
  afterEach(() => postgres.resume());

  it('is told as a failure of the engine, and comes back by itself', async () => {
    const store = await openTestPostgres(await postgres.createSchema());
    await store.append({ day, events: [issued(1)], command: null });
    const copy = await store.exportOffice('demo');
    await postgres.stop();
    expect(await store.canWrite()).toBe(false);
    const error = await store.importOffice({ ...copy, officeId: 'moved' }).catch((e) => e);
    expect(store.isFailure(error)).toBe(true);
    expect(error.message).not.toContain('sportello:');
    await postgres.resume();
    expect(await store.canWrite()).toBe(true);
    expect(await store.append({ day, events: [issued(2)], command: null })).toBe('appended');
    await store.close();
  });
});

describe('opening PostgreSQL', () => {
  const password = () => new URL(postgres.url()).password;

  async function refusal(databaseUrl: string) {
    const opened = await openDatabase({ dataFolder: '', databaseUrl, nowMs: MORNING_MS });
    if (opened.ok) throw new Error('It was opened');
    const sentence = databaseProblemSentence(opened.error);
    expect(`${sentence}${JSON.stringify(opened.error)}`).not.toContain(password());
    expect(sentence.split('\n')).toHaveLength(1);
    return { code: opened.error.code, sentence };
  }

  it('is asked for by an address, and by nothing else', async () => {
    for (const databaseUrl of ['', 'localhost', 'mysql://a:b@c/d', 'postgres://[', '/run/x']) {
      const { code, sentence } = await refusal(databaseUrl);
      expect(code).toBe('badAddress');
      expect(sentence).toContain(DATABASE_URL_VARIABLE);
    }
  });

  it.each(['12/secret', '12#secret', '12?secret'])(
    'shows nothing of a password that is not written as an address wants it (%s)',
    async (unwritten) => {
      const { code, sentence } = await refusal(`postgres://office:${unwritten}@127.0.0.1/office`);
      expect(code).toBe('badAddress');
      expect(sentence).not.toMatch(/secret|12/);
    },
  );

  it('says where nothing answers', async () => {
    const gone = new URL(postgres.url());
    gone.port = '1';
    const { code, sentence } = await refusal(gone.href);
    expect(code).toBe('unreachable');
    expect(sentence).toContain('127.0.0.1:1/postgres (connect ECONNREFUSED');
  });

  it.each(['', 'wrong'])('says that the password is wrong ("%s")', async (wrong) => {
    const { code, sentence } = await refusal(postgres.url('postgres', wrong));
    expect(code).toBe('wrongPassword');
    expect(sentence).toContain('correct the user and the password');
  });

  it('says that there is no such database', async () => {
    expect((await refusal(postgres.url('nowhere'))).code).toBe('noDatabase');
  });

  it('refuses the database of another program and leaves it alone', async () => {
    const url = await postgres.createSchema();
    await postgres.run('CREATE TABLE theirs (a int)', url);
    expect((await refusal(url)).code).toBe('foreignDatabase');
    expect(
      await postgres.run(
        "SELECT 1 FROM pg_class WHERE relname = 'ledger' AND pg_table_is_visible(oid)",
        url,
      ),
    ).toEqual([]);
  });

  it('refuses a database of a newer version and leaves it alone', async () => {
    const url = await postgres.createSchema();
    await (await openTestPostgres(url)).close();
    await postgres.run('UPDATE sportello_schema SET number = 9000', url);
    const { code, sentence } = await refusal(url);
    expect(code).toBe('newerDatabase');
    expect(sentence).toContain('9000');
  });

  it('says that its user may not create tables', async () => {
    const url = new URL(await postgres.createSchema());
    await postgres.run("CREATE ROLE guest LOGIN PASSWORD 'guest'");
    url.username = 'guest';
    url.password = 'guest';
    expect((await refusal(url.href)).code).toBe('notAllowed');
  });

  it('insists that a commit is durable, whatever the database is set to', async () => {
    const url = await postgres.createDatabase();
    await postgres.run(
      `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET synchronous_commit = off`,
      url,
    );
    const client = new Client({ connectionString: url });
    await client.connect();
    expect((await client.query('SHOW synchronous_commit')).rows).toEqual([
      { synchronous_commit: 'off' },
    ]);
    await requireSettings(client);
    expect((await client.query('SHOW synchronous_commit')).rows).toEqual([
      { synchronous_commit: 'on' },
    ]);
    await client.end();
  });

  it.each(['fsync=off', 'full_page_writes=off', 'default_transaction_read_only=on'])(
    'refuses a server with %s',
    async (setting) => {
      const url = await postgres.createSchema();
      await postgres.stop();
      await postgres.resume([setting]);
      const { code, sentence } = await refusal(url);
      await postgres.stop();
      await postgres.resume();
      expect(code).toBe('unsafeServer');
      expect(sentence).toContain(setting.split('=')[0]?.replace('default_', ''));
    },
  );

  it('lets several servers bring an empty database up to date at once', async () => {
    const url = await postgres.createDatabase();
    const stores = await Promise.all(Array.from({ length: 5 }, () => openTestPostgres(url)));
    await Promise.all(stores.map((store) => store.close()));
    expect(await postgres.run('SELECT number FROM sportello_schema', url)).toEqual([
      { number: migrations.at(-1)?.number },
    ]);
  });

  it('makes no change at all when one migration of several fails', async () => {
    const url = await postgres.createSchema();
    await (await openTestPostgres(url)).close();
    const later = { number: 9000, summary: '', sqlite: '', postgres: 'CREATE TABLE later (a int)' };
    const broken = { number: 9001, summary: '', sqlite: '', postgres: 'CREATE TABLE oops' };
    await expect(openTestPostgres(url, [...migrations, later, broken])).rejects.toThrow('syntax');
    expect(await postgres.run("SELECT 1 FROM pg_class WHERE relname = 'later'", url)).toEqual([]);
    await (await openTestPostgres(url)).close();
  });

  it('brings the one office of the first schema over', async () => {
    const url = await postgres.createSchema();
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(`${migrations[0]?.postgres}
      CREATE TABLE sportello_schema (number INTEGER NOT NULL);
      INSERT INTO sportello_schema VALUES (10);
      INSERT INTO account VALUES ('ada', 'Ada', 'operator', 'h');
      INSERT INTO session VALUES ('s1', 'ada', 'demo', '3', 10, 20);
      INSERT INTO device VALUES ('d1', 'kiosk', 30)`);
    await client.end();
    const store = await openTestPostgres(url);
    expect(await store.findAccount('demo', 'ada')).toMatchObject({ displayName: 'Ada' });
    expect(await store.findHolder('demo', '3')).toMatchObject({ lastSeenAtMs: 20 });
    expect(await store.findDevice('d1')).toEqual({ officeId: 'demo', role: 'kiosk' });
    await store.close();
  });
});

describe('moving an office', () => {
  let dataFolder: string;
  let sqlite: Store;
  let server: Store;

  beforeEach(async () => {
    dataFolder = temporaryFolder();
    sqlite = openTestStore(dataFolder);
    server = await openTestPostgres(await postgres.createSchema());
  });
  afterEach(async () => {
    await Promise.all([sqlite.close(), server.close()]);
    removeFolder(dataFolder);
  });

  it.each(['to PostgreSQL', 'from PostgreSQL'])('%s loses nothing', async (direction) => {
    const [from, to] = direction === 'to PostgreSQL' ? [sqlite, server] : [server, sqlite];
    await fillOffice(from);
    await fillOffice(from, 'other');
    const copy = await from.exportOffice('demo');
    // As it would lie in a file between the two.
    expect(await to.importOffice(JSON.parse(JSON.stringify(copy)))).toBe('imported');
    expect(await to.exportOffice('demo')).toEqual(copy);
    expect(await to.importOffice(copy)).toBe('notEmpty');
    expect(await to.exportOffice('other')).toMatchObject({ events: [], accounts: [] });
  });
});
