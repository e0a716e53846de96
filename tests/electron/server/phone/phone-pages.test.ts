import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PhonePageData, PhoneView } from '../../../../electron/contract/phone.ts';
import { atCounter, type Client, client, must, takeTicket } from '../../../support/client.ts';
import { startInProcess } from '../../../support/in-process-server.ts';
import { testAccounts } from '../../../support/provision.ts';
import { removeFolder, temporaryFolder } from '../../../support/temporary-folder.ts';

const PUBLIC_URL = 'https://coda.example.it';

let pageFolder: string;
let server: Awaited<ReturnType<typeof startInProcess>>;

/** The page as a build would leave it. */
function buildPage(folder: string): void {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets', 'index-1.js'), 'document.title;');
  writeFileSync(join(folder, 'assets', 'index-1.js.map'), '{}');
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html>\n<html lang="it" dir="ltr"><script type="application/json" id="data">{}</script><script type="module" src="/t/assets/index-1.js"></script></html>',
  );
}

const start = (publicUrl = PUBLIC_URL) =>
  startInProcess({ phone: { host: '127.0.0.1', port: 0, publicUrl, pageFolder } });

beforeEach(async () => {
  pageFolder = temporaryFolder();
  buildPage(pageFolder);
  server = await start();
});
afterEach(async () => {
  await server.close();
  removeFolder(pageFolder);
});

const kiosk = () => client(server.url, server.kioskToken);

/** Takes a ticket; answers with it and with the path of its page. */
async function take(someone: Client = kiosk()) {
  const ticket = must(await takeTicket(someone));
  return { ticket, path: new URL(ticket.phoneUrl ?? '').pathname };
}

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${server.phoneUrl}${path}`, { method, headers, redirect: 'manual' });

async function now(path: string): Promise<PhoneView> {
  const response = await get(`${path}/now`);
  expect(response.status).toBe(200);
  return (await response.json()) as PhoneView;
}

/** What lies in the page. */
async function dataOf(response: Response): Promise<PhonePageData> {
  const json = /id="data">([^<]*)</.exec(await response.text())?.[1];
  return JSON.parse(json ?? '') as PhonePageData;
}

describe('the page of a ticket', () => {
  it('has an address that comes with the ticket, with 128 bits that nobody guesses', async () => {
    const one = await take();
    const other = await take();
    expect(one.ticket.phoneUrl).toMatch(/^https:\/\/coda\.example\.it\/t\/[A-Za-z0-9_-]{22}$/);
    expect(Buffer.from(one.path.slice('/t/'.length), 'base64url')).toHaveLength(16);
    expect(one.path).not.toBe(other.path);
    expect(await now(other.path)).toMatchObject({ code: 'A002', peopleAhead: 1 });
  });

  it('is given with a ticket of the desk too, and with an answer that is repeated', async () => {
    const desk = await atCounter(server.url, testAccounts.ada, '1');
    expect((await take(desk)).ticket.phoneUrl).toMatch(/^https/);
    const commandId = randomUUID();
    const first = must(await takeTicket(kiosk(), 'A', commandId));
    expect(must(await takeTicket(kiosk(), 'A', commandId))).toEqual(first);
  });

  it('follows the ticket from the line to the end of the visit', async () => {
    const desk = await atCounter(server.url, testAccounts.ada, '3');
    const { ticket, path } = await take();
    const { ticketId } = ticket;
    const command = () => ({ commandId: randomUUID(), ticketId });
    expect(await now(path)).toEqual({
      state: 'waiting',
      code: 'A001',
      counter: null,
      peopleAhead: 0,
      // Estimates follow within seconds.
      range: expect.toSatisfy((range: unknown) => range === null || typeof range === 'object'),
      office: expect.any(String),
      isDemo: true,
      serverTimeMs: server.clock.ms,
    });
    must(await desk.call('callNext', { commandId: randomUUID() }));
    expect(await now(path)).toMatchObject({ state: 'called', counter: '3' });
    must(await desk.call('startService', command()));
    expect(await now(path)).toMatchObject({ state: 'serving', counter: '3' });
    must(await desk.call('parkTicket', command()));
    expect(await now(path)).toMatchObject({ state: 'parked' });
    must(await desk.call('resumeTicket', command()));
    expect(await now(path)).toMatchObject({ state: 'waiting', counter: null });
    must(await desk.call('callTicket', command()));
    must(await desk.call('closeTicket', command()));
    expect(await now(path)).toMatchObject({ state: 'over', range: null });
  });

  it('says that a person was called who did not come', async () => {
    const desk = await atCounter(server.url, testAccounts.ada, '3');
    const { ticket, path } = await take();
    must(await desk.call('callNext', { commandId: randomUUID() }));
    server.clock.advance(5);
    const { ticketId } = ticket;
    must(await desk.call('markNoShow', { commandId: randomUUID(), ticketId }));
    expect(await now(path)).toMatchObject({ state: 'missed', counter: '3' });
  });

  it('comes in the language of the code, or else of the phone, or else in Italian', async () => {
    const { path } = await take();
    const page = await get(`${path}?l=en`, { 'accept-language': 'it' });
    expect(page.status).toBe(200);
    expect(await page.clone().text()).toContain('<html lang="en-GB" dir="ltr">');
    const { first, language, content } = await dataOf(page);
    expect({ first, language }).toMatchObject({ first: { code: 'A001' }, language: 'en' });
    // Only its own words, and Italian where one is missing.
    expect(Object.keys(content.texts)).toEqual(['it', 'en']);
    expect(Object.keys(content.texts['en'] ?? {}).filter((key) => key.startsWith('k'))).toEqual([]);
    const languageFor = async (query: string, header: string) =>
      (await dataOf(await get(path + query, { 'accept-language': header }))).language;
    expect(await languageFor('', 'xx, en-US;q=0.8, it;q=0.5')).toBe('en');
    expect(await languageFor('', 'it;q=0.2, en;q=0')).toBe('it');
    expect(await languageFor('?l=xx', 'de')).toBe('it');
    expect(await languageFor('?l=__proto__', 'constructor')).toBe('it');
  });

  it('loads its own files, from the path that the reverse proxy has for it', async () => {
    await server.close();
    server = await start(`${PUBLIC_URL}/sede/uno`);
    const { ticket } = await take();
    const page = await get(`/t/${ticket.phoneUrl?.split('/').at(-1)}`);
    expect(await page.text()).toContain('src="/sede/uno/t/assets/index-1.js"');
    const script = await get('/t/assets/index-1.js');
    expect(await script.text()).toBe('document.title;');
    expect(Object.fromEntries(script.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-encoding': 'gzip',
      'cache-control': 'max-age=31536000, immutable',
    });
    const plain = await get('/t/assets/index-1.js', { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe('document.title;');
  });

  it('tells browsers to keep nothing, tell nobody, and load nothing from elsewhere', async () => {
    const { path } = await take();
    for (const answer of [await get(path), await get(`${path}/now`), await get('/t/nothing')]) {
      const headers = Object.fromEntries(answer.headers);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-robots-tag': 'noindex, nofollow',
        'content-security-policy': expect.stringMatching(
          /^default-src 'none'; script-src 'self'; .*frame-ancestors 'none'.*trusted-types/,
        ),
      });
      for (const name of ['set-cookie', 'access-control-allow-origin', 'server', 'etag']) {
        expect(headers).not.toHaveProperty(name);
      }
    }
  });
});

describe('an address that leads nowhere', () => {
  /** Everything about an answer but the time it was given. */
  const answerTo = async (path: string) => {
    // As it is written, for `fetch` would tidy it up.
    const asked = request({ host: '127.0.0.1', port: new URL(server.phoneUrl).port, path });
    asked.end();
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    const { date: _, ...headers } = response.headers;
    return { status: response.statusCode, headers, body: await text(response) };
  };

  it('gets one and the same calm page, whatever is wrong with it', async () => {
    const { path } = await take();
    const calm = await answerTo('/t/AAAAAAAAAAAAAAAAAAAAAA');
    expect(calm.status).toBe(404);
    expect(calm.body).toContain('"first":"gone"');
    for (const wrong of [
      '/t/AAAAAAAAAAAAAAAAAAAAAA/now',
      `${path}/`,
      `${path}/now/`,
      `${path}/later`,
      `/${path}`,
      `${path}A`,
      path.slice(0, -1),
      `/t${path}`,
      '/t/',
      '/',
    ]) {
      expect(await answerTo(wrong), wrong).toEqual(calm);
    }
  });

  it('is each that the other server knows, and each that names a file', async () => {
    const calm = await answerTo('/t/AAAAAAAAAAAAAAAAAAAAAA');
    for (const wrong of [
      ...['/api/health', '/api/feed', '/api/tickets', '/api/openapi.json', '/content.json'],
      ...['/desk/', '/kiosk/', '/board/', '/assets/index-1.js', '/index.html', '/favicon.ico'],
      ...['/t/assets/', '/t/assets/index-1.js.map', '/t/assets/nothing.js', '/t/assets'],
      ...['/t/assets/../index.html', '/t/assets/..', '/t/assets/%2e%2e%2findex.html'],
      ...['/%00', '/t/__proto__', '/t/assets/__proto__', '//', '*', '/?', '/%'],
      ...[`http://127.0.0.1/api/health`, `/t/${'A'.repeat(5_000)}`],
    ]) {
      expect(await answerTo(wrong), wrong).toEqual(calm);
    }
  });

  it('was one of yesterday: it ends with the day, before its rows are deleted', async () => {
    const { path } = await take();
    expect((await get(path)).status).toBe(200);
    server.clock.ms = Date.parse('2026-11-23T22:59:59Z');
    expect((await get(path)).status).toBe(200);
    server.clock.ms = Date.parse('2026-11-23T23:00:00Z');
    expect((await get(path)).status).toBe(404);
    expect((await get(`${path}/now`)).status).toBe(404);
  });
});

describe('the listener', () => {
  it('takes nothing but GET', async () => {
    const { path } = await take();
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD']) {
      const response = await get(path, {}, method);
      expect(response.status, method).toBe(405);
      expect(response.headers.get('allow')).toBe('GET');
      expect(await response.text()).toBe('');
    }
  });

  it('slows down one address that asks without end, and no other', async () => {
    const { path } = await take();
    const from = (address: string) =>
      get(`${path}/now`, { 'x-forwarded-for': `10.9.9.9, ${address}` });
    const answers: Response[] = [];
    for (let count = 0; count < 601; count += 1) answers.push(await from('203.0.113.7'));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.headers.get('retry-after')).toBe('1');
    expect(await refused[0]?.text()).toContain('"first":"lost"');
    expect((await from('203.0.113.8')).status).toBe(200);
    server.clock.advance(1);
    expect((await from('203.0.113.7')).status).toBe(200);
  });

  it('never writes down what phones ask for', async () => {
    const { path } = await take();
    await get(path);
    await get(`${path}/now`);
    await get('/t/AAAAAAAAAAAAAAAAAAAAAA');
    expect(JSON.stringify(server.logged)).not.toContain(path.slice('/t/'.length));
    expect(server.logged).toContainEqual(expect.objectContaining({ event: 'phonePagesStarted' }));
  });
});

it('is off where the office has not set it: tickets then have no page', async () => {
  const without = await startInProcess();
  const ticket = must(await takeTicket(client(without.url, without.kioskToken)));
  expect(ticket.phoneUrl).toBeNull();
  expect(without.phoneUrl).toContain('null');
  expect(without.logged.map(({ event }) => event)).not.toContain('phonePagesStarted');
  await without.close();
});
