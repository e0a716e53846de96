import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serviceDayAt } from '../../../electron/queue/calendar/service-day.ts';
import { openForWriting } from '../../../electron/server/store/sqlite/engine.ts';
import { atCounter, client, must, openFeed, takeTicket } from '../../support/client.ts';
import { provision, testAccounts } from '../../support/provision.ts';
import { runServer, ServerExit, startTestServer } from '../../support/start-server.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';

describe('the command line of the server', { timeout: 60_000 }, () => {
  let dataFolder: string;

  beforeEach(() => {
    dataFolder = temporaryFolder();
  });
  afterEach(() => {
    chmodSync(dataFolder, 0o700);
    removeFolder(dataFolder);
  });

  /** How it ends when it does not start: the exit code and the one sentence. */
  async function refusal(args: string[] = [], environment: NodeJS.ProcessEnv = {}) {
    try {
      const server = await runServer({ dataFolder, args, environment });
      await server.stop();
    } catch (error) {
      if (!(error instanceof ServerExit)) throw error;
      const lines = error.stderr.trim().split('\n');
      expect(lines, error.stderr).toHaveLength(1);
      return { exitCode: error.exitCode, sentence: lines[0] ?? '' };
    }
    throw new Error('It started');
  }

  it('says where everything is, and each new password once', async () => {
    const server = await runServer({ dataFolder });
    expect(server.stdout()).toBe(`${JSON.stringify({ event: 'ready', url: server.url })}\n`);
    const said = server.stderr();
    expect(said).toContain('Sede dimostrativa (hours, people and queues are invented)');
    expect(said).toContain(`${server.url}/desk/`);
    const password = /^ {2}ada +([a-z0-9-]{19}) /m.exec(said)?.[1] ?? '';
    must(await client(server.url).call('signIn', { account: 'ada', password }));
    const token = /kiosk\/#token=([\w-]{43})$/m.exec(said)?.[1] ?? '';
    must(await takeTicket(client(server.url, token)));
    expect(await server.stop()).toBe(0);

    const again = await runServer({ dataFolder });
    expect(again.stderr()).not.toContain(password);
    expect(again.stderr()).toContain('--new-passwords');
    expect(again.stderr()).toContain(token);
    must(await client(again.url).call('signIn', { account: 'ada', password }));
    await again.stop('SIGINT');

    const renewed = await runServer({ dataFolder, args: ['--new-passwords'] });
    expect((await client(renewed.url).call('signIn', { account: 'ada', password })).ok).toBe(false);
    await renewed.stop();
    const log = readFileSync(join(dataFolder, 'logs', 'server.log'), 'utf8');
    expect(log).toContain('"event":"serverStopped"');
    for (const secret of [password, token]) expect(log).not.toContain(secret);
  });

  it('says nothing again when it is asked to be quiet, but a new password always', async () => {
    const first = await runServer({ dataFolder, args: ['--quiet'] });
    expect(first.stderr()).toContain('passwords, shown this once');
    await first.stop();
    const again = await runServer({ dataFolder, args: ['--quiet'] });
    expect(again.stdout()).toBe(`${JSON.stringify({ event: 'ready', url: again.url })}\n`);
    expect(again.stderr()).toBe('');
    await again.stop();
  });

  it('keeps its data in a folder of any name', async () => {
    const folder = join(dataFolder, 'dati dell’ufficio è 東京');
    const server = await runServer({ dataFolder: folder });
    await server.stop();
    expect(readdirSync(folder).sort()).toEqual([
      'backups',
      'content-last-good.json',
      'devices',
      'logs',
      'sportello.lock',
      'sportello.sqlite',
    ]);
  });

  it('keeps everything for its own account alone', async () => {
    const server = await runServer({ dataFolder: join(dataFolder, 'new') });
    const entries = readdirSync(dataFolder, { recursive: true, withFileTypes: true });
    expect(entries.length).toBeGreaterThan(6);
    for (const entry of entries) {
      const mode = statSync(join(entry.parentPath, entry.name)).mode & 0o777;
      expect([entry.name, mode]).toEqual([entry.name, entry.isDirectory() ? 0o700 : 0o600]);
    }
    await server.stop();
  });

  it('stops within three seconds while feeds are open', async () => {
    const { boardToken } = await provision(dataFolder);
    const server = await runServer({ dataFolder });
    const feed = await openFeed(server.url, client(server.url, boardToken).headers());
    await feed.next();
    const startedAt = performance.now();
    const [exitCode] = await Promise.all([server.stop(), feed.ended()]);
    expect(exitCode).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  });

  it('refuses an option it does not know', async () => {
    const { exitCode, sentence } = await refusal(['--prot', '1']);
    expect(exitCode).toBe(2);
    expect(sentence).toContain('--prot');
  });

  it('refuses a port that is none', async () => {
    const { exitCode, sentence } = await refusal(['--port', '123456']);
    expect(exitCode).toBe(2);
    expect(sentence).toContain('--port');
  });

  it.each(['', ' ', '0x50', '1e3'])('refuses the port "%s"', async (port) => {
    const { exitCode, sentence } = await refusal([`--port=${port}`]);
    expect(exitCode).toBe(2);
    expect(sentence).toContain('--port');
  });

  it.each(['--data=', '--content='])('refuses %s with no folder', async (option) => {
    const { exitCode, sentence } = await refusal([option]);
    expect(exitCode).toBe(2);
    expect(sentence).toContain(option.slice(0, -1));
  });

  it.each([
    ['the token of the kiosk', 'devices/kiosk.token'],
    ['the log', 'logs/server.log'],
  ])('names the place where a folder is in the way of %s', async (_, path) => {
    mkdirSync(join(dataFolder, path), { recursive: true });
    const { exitCode, sentence } = await refusal();
    expect(exitCode).toBe(1);
    expect(sentence).toContain(join(dataFolder, path));
  });

  it('says in one sentence that the tickets of the day contradict each other', async () => {
    await provision(dataFolder);
    const database = openForWriting(join(dataFolder, 'sportello.sqlite'));
    database
      .prepare("INSERT INTO ledger VALUES ('demo', ?, 2, 0, 'counterClosed', '{}')")
      .run(serviceDayAt(Date.now()));
    database.close();
    const before = readFileSync(join(dataFolder, 'sportello.sqlite'));
    const { exitCode, sentence } = await refusal();
    expect(exitCode).toBe(1);
    expect(sentence).toContain('event 2 where 1 must follow');
    expect(sentence).toContain(join(dataFolder, 'sportello.sqlite'));
    expect(readFileSync(join(dataFolder, 'sportello.sqlite'))).toEqual(before);
  });

  it('answers phones on this machine only, and says which setting names a port in use', async () => {
    const publicUrl = 'https://coda.example.it';
    const set = (phone: object) =>
      writeFileSync(join(dataFolder, 'config.json'), JSON.stringify({ server: { phone } }));
    set({ publicUrl, host: '0.0.0.0' });
    const reachable = await refusal();
    expect(reachable.exitCode).toBe(2);
    expect(reachable.sentence).toContain('127.0.0.1 as server.phone.host instead of "0.0.0.0"');

    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    set({ publicUrl, port });
    const inUse = await refusal();
    other.close();
    expect(inUse.exitCode).toBe(1);
    expect(inUse.sentence).toBe(
      `Port ${port} is in use by another program: stop it, or choose another with server.phone.port.`,
    );
  });

  it('refuses to be reached from the network until it has TLS', async () => {
    const { exitCode, sentence } = await refusal(['--host', '0.0.0.0']);
    expect(exitCode).toBe(2);
    expect(sentence).toContain('"0.0.0.0"');
  });

  it('refuses a key of the configuration it does not know', async () => {
    writeFileSync(join(dataFolder, 'config.json'), '{"sever":{}}');
    const { exitCode, sentence } = await refusal();
    expect(exitCode).toBe(2);
    expect(sentence).toContain('config.json, line 1 has the unknown key "sever"');
    expect(readdirSync(dataFolder)).toEqual(['config.json']);
  });

  it('refuses a damaged file of content', async () => {
    const content = join(dataFolder, 'content');
    mkdirSync(content);
    writeFileSync(join(content, 'help.json'), '{"contacts": [');
    const { exitCode, sentence } = await refusal();
    expect(exitCode).toBe(2);
    expect(sentence).toContain(join(content, 'help.json'));
  });

  it('goes on with the content of before where a file was damaged later, and says so', async () => {
    const file = join(dataFolder, 'content', 'help.json');
    mkdirSync(join(dataFolder, 'content'));
    cpSync(join(import.meta.dirname, '..', '..', '..', 'content', 'help.json'), file);
    await (await runServer({ dataFolder })).stop();
    writeFileSync(file, '{"contacts": [');
    const server = await runServer({ dataFolder, args: ['--quiet'] });
    expect(server.stderr()).toContain(`${file}:1: `);
    expect(server.stderr()).toContain('The content of before stays in use');
    await server.stop();
    const log = readFileSync(join(dataFolder, 'logs', 'server.log'), 'utf8');
    expect(log).toContain('"event":"lastGoodContentUsed"');
  });

  it('refuses a port in use and names it', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { exitCode, sentence } = await refusal(['--port', String(port)]);
    expect(exitCode).toBe(1);
    expect(sentence).toContain(`Port ${port} is in use`);
    other.close();
    // Nobody has seen the passwords of an office that never opened, so they are made now.
    const server = await runServer({ dataFolder });
    expect(server.stderr()).toContain('passwords, shown this once');
    await server.stop();
  });

  it('refuses a data folder it cannot write', async () => {
    // Root may write anywhere but under a file.
    writeFileSync(join(dataFolder, 'file'), '');
    const parent = dataFolder;
    dataFolder = join(parent, 'file', 'data');
    const { exitCode, sentence } = await refusal();
    dataFolder = parent;
    expect(exitCode).toBe(1);
    expect(sentence).toContain(join(parent, 'file', 'data'));
  });

  it('refuses the data folder of another server', async () => {
    const server = await runServer({ dataFolder });
    const { exitCode, sentence } = await refusal();
    expect(exitCode).toBe(1);
    expect(sentence).toContain(`Another Sportello server is using the data folder ${dataFolder}`);
    await server.stop();
  });

  it('refuses a file that is no database and leaves it alone', async () => {
    const file = join(dataFolder, 'sportello.sqlite');
    writeFileSync(file, 'holiday photos');
    const { exitCode, sentence } = await refusal();
    expect(exitCode).toBe(1);
    expect(sentence).toContain(file);
    expect(readFileSync(file, 'utf8')).toBe('holiday photos');
  });
});

describe('a server that is killed', { timeout: 60_000 }, () => {
  it('has lost nothing and doubles nothing when it is back', async () => {
    const server = await startTestServer();
    const kiosk = client(server.url, server.kioskToken);
    const commandId = randomUUID();
    const ticket = must(await takeTicket(kiosk, 'A', commandId));
    must(await takeTicket(kiosk, 'A'));
    const ada = await atCounter(server.url, testAccounts.ada, '1');
    const called = must(await ada.call('callNext', { commandId: randomUUID() }));
    await server.kill();
    await server.restart();

    expect(must(await takeTicket(kiosk, 'A', commandId))).toEqual(ticket);
    expect(must(await takeTicket(kiosk, 'A')).code).toBe('A003');
    const { ticketId } = called;
    must(await ada.call('closeTicket', { commandId: randomUUID(), ticketId }));
    expect(must(await ada.call('callNext', { commandId: randomUUID() })).code).toBe('A002');
    await server.remove();
  });

  it('keeps every ticket that was answered while it was killed in the middle', async () => {
    const server = await startTestServer();
    const kiosk = client(server.url, server.kioskToken);
    const answered: { commandId: string; code: string }[] = [];
    const asking = Array.from({ length: 8 }, async () => {
      for (;;) {
        const commandId = randomUUID();
        const result = await takeTicket(kiosk, 'A', commandId);
        if (!result.ok) return;
        answered.push({ commandId, code: result.value.code });
        if (answered.length === 60) await server.kill();
      }
    });
    await Promise.all(asking);
    expect(answered.length).toBeGreaterThanOrEqual(60);
    await server.restart();
    for (const { commandId, code } of answered) {
      expect(must(await takeTicket(kiosk, 'A', commandId)).code).toBe(code);
    }
    const codes = answered.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).not.toContain(must(await takeTicket(kiosk, 'A')).code);
    await server.remove();
  });

  it('gives its board the calls it missed when it is back', async () => {
    const server = await startTestServer();
    const kiosk = client(server.url, server.kioskToken);
    const boardHeaders = client(server.url, server.boardToken).headers();
    for (let taken = 0; taken < 3; taken += 1) must(await takeTicket(kiosk));
    const ada = await atCounter(server.url, testAccounts.ada, '1');
    const board = await openFeed(server.url, boardHeaders);
    const { cursor } = await board.next();
    board.close();
    const { ticketId } = must(await ada.call('callNext', { commandId: randomUUID() }));
    await server.kill();
    await server.restart();
    must(await ada.call('recall', { commandId: randomUUID(), ticketId }));
    const resumed = await openFeed(server.url, boardHeaders, cursor);
    expect(await resumed.next()).toMatchObject({
      type: 'change',
      calls: [
        { code: 'A001', counter: '1' },
        { code: 'A001', counter: '1' },
      ],
    });
    resumed.close();
    await server.remove();
  });
});
