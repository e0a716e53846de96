import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { capture } from '../../../build/child.ts';
import { parseMoveOptions } from '../../../electron/server/move/options.ts';
import {
  DATABASE_URL_VARIABLE,
  openDatabase,
} from '../../../electron/server/store/open-database.ts';
import { atCounter, client, must, signedIn, takeTicket } from '../../support/client.ts';
import { TestPostgres } from '../../support/postgres.ts';
import { provision, testAccounts } from '../../support/provision.ts';
import { runServer } from '../../support/start-server.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const PROGRAM = join(import.meta.dirname, '../../../electron/server/move/cli.ts');

describe('moving an office between databases', { timeout: 60_000 }, () => {
  let postgres: TestPostgres;
  let folder: string;
  let file: string;

  beforeAll(async () => {
    postgres = await TestPostgres.start();
  }, 60_000);
  afterAll(() => postgres.remove());
  beforeEach(() => {
    folder = temporaryFolder();
    file = join(folder, 'demo.office.json');
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    removeFolder(folder);
  });

  function move(...args: string[]) {
    return capture(process.execPath, [PROGRAM, ...args]);
  }

  /** The exit code and the one sentence with which it refuses. */
  function refusal(...args: string[]) {
    const { exitCode, stdout, stderr } = move(...args);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    return { exitCode, sentence: stderr.trim() };
  }

  type Database = { readonly dataFolder: string; readonly databaseUrl?: string };

  function startOn({ dataFolder, databaseUrl }: Database) {
    const environment = databaseUrl === undefined ? {} : { [DATABASE_URL_VARIABLE]: databaseUrl };
    return runServer({ dataFolder, environment });
  }

  async function openOn({ dataFolder, databaseUrl }: Database) {
    const opened = await openDatabase({ dataFolder, databaseUrl, nowMs: Date.now() });
    if (!opened.ok) throw new Error(opened.error.code);
    return opened.value;
  }

  /** An office that has accounts and devices, and no ticket yet. */
  async function newOffice(): Promise<string> {
    const dataFolder = join(folder, 'first');
    mkdirSync(dataFolder);
    await provision(dataFolder);
    return dataFolder;
  }

  /** An office at work in SQLite, with figures of a past day. */
  async function openedOffice() {
    const dataFolder = join(folder, 'first');
    mkdirSync(dataFolder);
    const { kioskTokens, boardToken } = await provision(dataFolder);
    const store = await openOn({ dataFolder });
    await store.saveAggregates({ officeId: 'demo', serviceDay: '2026-11-20' }, [
      { hour: 9, queue: null, figures: '{"issued":12}' },
      { hour: 9, queue: 'A', figures: '{"issued":7}' },
    ]);
    await store.close();
    const server = await startOn({ dataFolder });
    const kiosk = client(server.url, kioskTokens[0]);
    const commandId = randomUUID();
    const first = must(await takeTicket(kiosk, 'A', commandId));
    must(await takeTicket(kiosk, 'A'));
    const ada = await atCounter(server.url, testAccounts.ada, '1');
    must(await ada.call('callNext', { commandId: randomUUID() }));
    await server.stop();
    return { dataFolder, kioskToken: kioskTokens[0], boardToken, commandId, first };
  }

  it('loses nothing from SQLite to PostgreSQL and back again', async () => {
    const office = await openedOffice();
    const databaseUrl = await postgres.createDatabase();
    const exported = move('export', file, '--office', 'demo', '--data', office.dataFolder);
    expect(exported.stdout).toMatch(/^Exported the office "demo" \(4 events of 1 day, 4 replies,/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual(['demo.office.json', 'first']);
    const imported = move('import', file, '--database', databaseUrl);
    const counts = /\(.*?\)/.exec(exported.stdout)?.[0];
    expect(imported.stdout).toContain(`Imported the office "demo" ${counts}`);

    const second = { dataFolder: join(folder, 'second'), databaseUrl };
    const server = await startOn(second);
    const kiosk = client(server.url, office.kioskToken);
    expect(must(await takeTicket(kiosk, 'A', office.commandId))).toEqual(office.first);
    expect(must(await takeTicket(kiosk, 'A')).code).toBe('A003');
    const ada = await signedIn(server.url, testAccounts.ada);
    must(await ada.call('takeCounter', { commandId: randomUUID(), counter: '1' }));
    const { ticketId } = office.first;
    must(await ada.call('closeTicket', { commandId: randomUUID(), ticketId }));
    await server.stop();

    const back = join(folder, 'back.office.json');
    expect(move('export', back, '--office', 'demo', '--database', databaseUrl).exitCode).toBe(0);
    const third = { dataFolder: join(folder, 'third') };
    expect(move('import', back, '--data', third.dataFolder).exitCode).toBe(0);
    const stores = [await openOn(second), await openOn(third)];
    const copies = await Promise.all(stores.map((store) => store.exportOffice('demo')));
    for (const store of stores) await store.close();
    expect(copies[1]).toEqual(copies[0]);
    expect(copies[1]?.aggregates.map(({ figures }) => figures)).toEqual([
      '{"issued":12}',
      '{"issued":7}',
    ]);
    const home = await startOn(third);
    const sameKiosk = client(home.url, office.kioskToken);
    expect(must(await takeTicket(sameKiosk, 'A', office.commandId))).toEqual(office.first);
    expect(must(await takeTicket(sameKiosk, 'A')).code).toBe('A004');
    await home.stop();
  });

  it('takes the database from the environment, as the server does', async () => {
    const dataFolder = await newOffice();
    expect(move('export', file, '--office', 'demo', '--data', dataFolder).exitCode).toBe(0);
    const databaseUrl = await postgres.createDatabase();
    vi.stubEnv(DATABASE_URL_VARIABLE, databaseUrl);
    expect(move('import', file).exitCode).toBe(0);
    const store = await openOn({ dataFolder, databaseUrl });
    expect(await store.listAccounts('demo')).toHaveLength(4);
    await store.close();
  });

  it('refuses an office of which the database has anything, and changes nothing', async () => {
    const dataFolder = await newOffice();
    expect(move('export', file, '--office', 'demo', '--data', dataFolder).exitCode).toBe(0);
    const { exitCode, sentence } = refusal('import', file, '--data', dataFolder);
    expect(exitCode).toBe(1);
    expect(sentence).toContain('already has something of the office "demo"');
    const other = join(folder, 'other');
    expect(move('import', file, '--data', other).exitCode).toBe(0);
    expect(refusal('import', file, '--data', other).exitCode).toBe(1);
  });

  it('refuses a data folder while a server uses it', async () => {
    const dataFolder = await newOffice();
    const server = await startOn({ dataFolder });
    const { exitCode, sentence } = refusal(
      ...['export', file, '--office', 'demo', '--data', dataFolder],
    );
    expect(exitCode).toBe(1);
    expect(sentence).toContain('Another Sportello server is using the data folder');
    expect(existsSync(file)).toBe(false);
    await server.stop();
  });

  it('refuses a damaged file before it changes anything', async () => {
    const dataFolder = await newOffice();
    expect(move('export', file, '--office', 'demo', '--data', dataFolder).exitCode).toBe(0);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"ada"', '"eva"'));
    const { exitCode, sentence } = refusal('import', file, '--data', join(folder, 'other'));
    expect(exitCode).toBe(1);
    expect(sentence).toContain(`${file} is damaged`);
    expect(existsSync(join(folder, 'other'))).toBe(false);
  });

  it('refuses an office that nobody knows, and writes no file', async () => {
    const dataFolder = await newOffice();
    const { exitCode, sentence } = refusal(
      ...['export', file, '--office', 'domo', '--data', dataFolder],
    );
    expect(exitCode).toBe(1);
    expect(sentence).toContain('"domo"');
    expect(existsSync(file)).toBe(false);
  });

  it('writes over no file', async () => {
    writeFileSync(file, 'holiday photos');
    const { exitCode } = refusal('export', file, '--office', 'demo', '--data', folder);
    expect(exitCode).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe('holiday photos');
  });

  it('creates no database to export from', () => {
    const dataFolder = join(folder, 'mistyped');
    const { exitCode, sentence } = refusal(
      ...['export', file, '--office', 'demo', '--data', dataFolder],
    );
    expect(exitCode).toBe(1);
    expect(sentence).toContain(dataFolder);
    expect(existsSync(dataFolder)).toBe(false);
  });

  it('names the file that is not there', () => {
    const { exitCode, sentence } = refusal('import', file, '--data', folder);
    expect(exitCode).toBe(1);
    expect(sentence).toContain(file);
  });

  it('says that a file was not written whole, and leaves none', async () => {
    const dataFolder = await newOffice();
    const store = await openOn({ dataFolder });
    const figures = JSON.stringify({ issued: 'x'.repeat(300_000) });
    const day = { officeId: 'demo', serviceDay: '2026-11-20' };
    await store.saveAggregates(day, [{ hour: null, queue: null, figures }]);
    await store.close();
    // As on a disk that becomes full: the system takes the first 100 KiB and no more.
    const { exitCode, stderr } = capture('sh', [
      ...['-c', 'ulimit -f 200; exec "$@"', 'sh', process.execPath, PROGRAM],
      ...['export', file, '--office', 'demo', '--data', dataFolder],
    ]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('The office was not moved');
    expect(readdirSync(folder)).toEqual(['first']);
  });

  it('never says a password', () => {
    const { sentence } = refusal(
      ...['import', file, '--database', 'postgres://me:secret@127.0.0.1:1/none'],
    );
    expect(sentence).not.toContain('secret');
  });

  it.each([
    [[]],
    [['move', 'file']],
    [['export']],
    [['export', 'file']],
    [['export', 'file', 'other', '--office', 'demo']],
    [['import', 'file', '--office', 'demo']],
    [['import', 'file', '--data=']],
    [['import', 'file', '--data', 'a', '--database', 'b']],
    [['import', 'file', '--databse', 'b']],
  ])('does not take the command line %j', (args) => {
    expect(parseMoveOptions(args).ok).toBe(false);
  });

  it('refuses a command line with exit code 2', () => {
    expect(refusal('export').exitCode).toBe(2);
  });
});
