import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configProblemSentence, loadConfig } from '../../../electron/config/load-config.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';

describe('the configuration', () => {
  let folder: string;
  let file: string;
  let policy: string;

  beforeEach(() => {
    folder = temporaryFolder();
    file = join(folder, 'config.json');
    policy = join(folder, 'policy.json');
  });
  afterEach(() => removeFolder(folder));

  const load = (environment: Record<string, string> = {}) =>
    loadConfig({ dataFolder: folder, environment });

  function sentenceFor(text: string): string {
    writeFileSync(file, text);
    const loaded = load();
    if (loaded.ok) throw new Error('It was accepted');
    return configProblemSentence(loaded.error);
  }

  it('is complete without any file', () => {
    expect(load()).toEqual({
      ok: true,
      value: {
        retentionDays: 0,
        server: {
          host: '127.0.0.1',
          port: 8400,
          ticketRate: { burst: 250, perMinute: 60 },
        },
        kiosk: { sound: { output: 'loudspeaker', dbaAtFull: 75, headsetDbaAtFull: 90 } },
        board: {},
      },
    });
  });

  it('takes from the policy before the file, and from the file before the defaults', () => {
    writeFileSync(
      file,
      '{"server":{"port":9000,"ticketRate":{"burst":5}},"kiosk":{"orientation":"portrait"}}',
    );
    writeFileSync(policy, '{"server":{"port":9100}}');
    const loaded = load({ SPORTELLO_POLICY: policy });
    if (!loaded.ok) throw new Error(loaded.error.reason);
    expect(loaded.value.server.port).toBe(9100);
    expect(loaded.value.server.ticketRate).toEqual({ burst: 5, perMinute: 60 });
    expect(loaded.value.kiosk.orientation).toBe('portrait');
  });

  it('fills in the rest of the pages for phones', () => {
    writeFileSync(file, '{"server":{"phone":{"publicUrl":"https://coda.example.it/uno/"}}}');
    const loaded = load();
    expect(loaded.ok && loaded.value.server.phone).toEqual({
      host: '127.0.0.1',
      port: 8401,
      publicUrl: 'https://coda.example.it/uno',
    });
  });

  it.each([
    'http://coda.example.it',
    'coda.example.it',
    'ftp://coda.example.it',
    'https://coda.example.it/?a=1',
    'https://coda.example.it/#a',
    'https://somebody@coda.example.it',
    `https://coda.example.it/${'a'.repeat(100)}`,
  ])('refuses %s as the address that phones use', (publicUrl) => {
    const sentence = sentenceFor(JSON.stringify({ server: { phone: { publicUrl } } }));
    expect(sentence).toContain('"server.phone.publicUrl"');
  });

  it('lets phones’ pages be tried out on this machine', () => {
    writeFileSync(file, '{"server":{"phone":{"publicUrl":"http://127.0.0.1:8401"}}}');
    expect(load().ok).toBe(true);
  });

  it('may say in one line where the kiosk stands', () => {
    writeFileSync(file, '{"kiosk":{"place":"all’ingresso, accanto alla scala"}}');
    const loaded = load();
    expect(loaded.ok && loaded.value.kiosk.place).toBe('all’ingresso, accanto alla scala');
    const sentence = sentenceFor('{\n"kiosk": { "place": "all’ingresso\\ndi sotto" }\n}');
    expect(sentence).toBe(
      `The configuration ${file}, line 2 has an invalid value for "kiosk.place" (one line without control characters is expected): correct it.`,
    );
  });

  it('fills in the rest of a printer', () => {
    writeFileSync(file, '{"printer":{"host":"192.0.2.7"}}');
    const loaded = load();
    expect(loaded.ok && loaded.value.printer).toMatchObject({ port: 9100, widthDots: 576 });
  });

  it('names the line where JSON is broken', () => {
    const sentence = sentenceFor('{\n  "server": {\n    "port": 8400,,\n  }\n}\n');
    expect(sentence).toContain(`${file}, line 3`);
    expect(sentence).toContain('not valid JSON');
    expect(sentence.split('\n')).toHaveLength(1);
  });

  it('may begin with the mark that some editors put before UTF-8', () => {
    writeFileSync(file, '\uFEFF{"server":{"port":9000}}');
    const loaded = load();
    expect(loaded.ok && loaded.value.server.port).toBe(9000);
  });

  it.each([
    ['nested without end', '['.repeat(100_000), 'not valid JSON'],
    ['larger than any configuration', ' '.repeat(300_000), 'larger than 256 kB'],
  ])('is refused in one sentence when it is %s', (_, text, reason) => {
    const sentence = sentenceFor(text);
    expect(sentence).toContain(file);
    expect(sentence).toContain(reason);
    expect(sentence.split('\n')).toHaveLength(1);
  });

  it('is refused in one sentence when a folder has its name', () => {
    mkdirSync(file);
    const loaded = load();
    expect(loaded).toMatchObject({ ok: false, error: { code: 'unreadable', file } });
  });

  it('has no comments, which JSON does not know', () => {
    expect(sentenceFor('{ "server": {} } // mine')).toContain('not valid JSON');
  });

  it('names the key it does not know', () => {
    const sentence = sentenceFor('{\n  "server": {\n    "prot": 8400\n  }\n}');
    expect(sentence).toBe(
      `The configuration ${file}, line 3 has the unknown key "server.prot": remove it or correct its spelling.`,
    );
  });

  it.each([
    ['{"server":{"port":"8400"}}', 'server.port'],
    ['{"server":{"port":70000}}', 'server.port'],
    ['{"kiosk":{"panel":{"widthMm":268}}}', 'kiosk.panel.viewingDistanceMm'],
    [
      '{"kiosk":{"panel":{"widthMm":268,"viewingDistanceMm":500,"lowerEdgeMm":-1}}}',
      'kiosk.panel.lowerEdgeMm',
    ],
    [
      '{"board":{"panel":{"widthMm":941,"viewingDistanceMm":10000,"lowerEdgeMm":1}}}',
      'board.panel.lowerEdgeMm',
    ],
    ['{"kiosk":{"orientation":"sideways"}}', 'kiosk.orientation'],
    [`{"kiosk":{"place":"${'a'.repeat(41)}"}}`, 'kiosk.place'],
    ['{"kiosk":{"place":""}}', 'kiosk.place'],
    ['{"printer":{}}', 'printer.host'],
    ['{"retentionDays":8}', 'retentionDays'],
    ['{"server":{"databaseUrl":"mysql://db/sportello"}}', 'server.databaseUrl'],
    ['[]', ''],
    ['', ''],
  ])('refuses %s', (text, key) => {
    expect(sentenceFor(text)).toContain(key === '' ? file : `"${key}"`);
  });

  it('does not repeat the password in the address of a database', () => {
    const sentence = sentenceFor('{"server":{"databaseUrl":"mysql://ada:segreta@db/sportello"}}');
    expect(sentence).not.toContain('segreta');
  });

  it('may name a PostgreSQL, and how long tickets are kept', () => {
    const databaseUrl = 'postgres://sportello@db.example:5432/sportello';
    writeFileSync(file, JSON.stringify({ server: { databaseUrl }, retentionDays: 2 }));
    const loaded = load();
    expect(loaded.ok && loaded.value.server.databaseUrl).toBe(databaseUrl);
    expect(loaded.ok && loaded.value.retentionDays).toBe(2);
  });

  it('names the policy when the policy is wrong', () => {
    writeFileSync(policy, '{"serve":{}}');
    const loaded = load({ SPORTELLO_POLICY: policy });
    expect(!loaded.ok && configProblemSentence(loaded.error)).toContain(policy);
  });

  it('refuses a named policy that is not there', () => {
    const loaded = load({ SPORTELLO_POLICY: join(folder, 'missing.json') });
    expect(!loaded.ok && loaded.error).toMatchObject({ code: 'unreadable', reason: 'ENOENT' });
  });
});
