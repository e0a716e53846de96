import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSchema } from '../../../electron/contract/content.ts';
import { apiErrorSchema } from '../../../electron/contract/errors.ts';
import {
  type Operation,
  type OperationName,
  operations,
} from '../../../electron/contract/operations.ts';
import type { Role } from '../../../electron/contract/vocabulary.ts';
import { openForWriting } from '../../../electron/server/store/sqlite/engine.ts';
import { type Client, client, must, signedIn } from '../../support/client.ts';
import { repositoryContent, startInProcess } from '../../support/in-process-server.ts';
import { testAccounts } from '../../support/provision.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';

type Sent = {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  /** In place of the path of the address, as it is. */
  path?: string;
};
type Raw = { status: number; headers: Record<string, unknown>; body: string };

/** Unlike fetch, sends any header that a test wants. */
function send(url: string, options: Sent = {}): Promise<Raw> {
  const { body, ...sendable } = options;
  return new Promise((resolve, reject) => {
    const sent = request(url, sendable, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const json = { 'content-type': 'application/json' };

describe('the HTTP side of the server', () => {
  let server: Awaited<ReturnType<typeof startInProcess>>;
  let pages: string;
  let askers: Record<Role | 'nobody', Client>;
  let url: string;

  beforeAll(async () => {
    pages = temporaryFolder();
    for (const folder of ['desk', 'ticket', 'assets']) mkdirSync(join(pages, folder));
    writeFileSync(join(pages, 'desk', 'index.html'), '<!doctype html><title>Desk</title>');
    writeFileSync(join(pages, 'ticket', 'index.html'), 'for Electron only');
    writeFileSync(join(pages, 'assets', 'a.js'), '1');
    server = await startInProcess({ staticFolder: pages });
    ({ url } = server);
    askers = {
      nobody: client(url),
      kiosk: client(url, server.kioskToken),
      board: client(url, server.boardToken),
      operator: await signedIn(url, testAccounts.ada),
      supervisor: await signedIn(url, testAccounts.carla),
      administrator: await signedIn(url, testAccounts.dario),
    };
  });
  afterAll(async () => {
    await server.close();
    removeFolder(pages);
  });

  describe('who may ask for what', () => {
    const rows = (Object.entries(operations) as [OperationName, Operation][]).flatMap(
      ([name, operation]) =>
        (['nobody', 'kiosk', 'board', 'operator', 'supervisor', 'administrator'] as const).map(
          (who) => ({ name, operation, who }),
        ),
    );

    // Signing out would end the session that the other rows need.
    it.each(rows.filter(({ name }) => name !== 'signOut'))(
      '$who asks for $name',
      async ({ operation, who }) => {
        const response = await send(`${url}${operation.path}`, {
          method: operation.method,
          headers: { ...askers[who].headers(), ...(operation.method === 'POST' ? json : {}) },
          ...(operation.method === 'POST' ? { body: '{"nonsense":true}' } : {}),
        });
        if (operation.access === 'public') {
          expect([200, 400]).toContain(response.status);
        } else if (who === 'nobody') {
          expect(response.status).toBe(401);
          expect(JSON.parse(response.body)).toEqual({ code: 'unauthenticated' });
        } else if (!operation.access.includes(who)) {
          expect(response.status).toBe(403);
          expect(JSON.parse(response.body)).toEqual({ code: 'forbidden' });
        } else {
          // Let in: the nonsense is then refused by the schema, never with 401 or 403.
          expect([200, 400]).toContain(response.status);
        }
      },
    );

    it.each(['/api/feed', '/api/openapi.json'])(
      'nobody reads %s without credentials',
      async (path) => {
        expect((await send(`${url}${path}`)).status).toBe(401);
        const headers = { authorization: 'Bearer nonsense' };
        expect((await send(`${url}${path}`, { headers })).status).toBe(401);
      },
    );

    it('lets a token in as a token only', async () => {
      const headers = { cookie: `sportello_session=${server.kioskToken}` };
      expect((await send(`${url}/api/office`, { headers })).status).toBe(401);
    });

    it('ends a session for good when its owner signs out', async () => {
      const staff = await signedIn(url, testAccounts.bruno);
      const headers = staff.headers();
      must(await staff.call('signOut', {}));
      expect((await send(`${url}/api/session`, { headers })).status).toBe(401);
    });
  });

  describe('a request that is wrong', () => {
    const kiosk = () => ({ authorization: `Bearer ${server.kioskToken}`, ...json });
    const tickets = () => `${url}/api/tickets`;
    const good = () => ({
      commandId: randomUUID(),
      queue: 'A',
      entry: 'walkIn',
      hasPriority: false,
    });

    it.each([
      ['broken JSON', '{"commandId":'],
      ['no body', ''],
      ['a body that is no object', '[]'],
      ['a missing key', '{}'],
      ['an unknown key', JSON.stringify({ ...good(), name: 'Mario Rossi' })],
      ['a command id that is no UUID', JSON.stringify({ ...good(), commandId: '1' })],
      ['a queue that is no letter', JSON.stringify({ ...good(), queue: 'AA' })],
      ['a prototype in disguise', '{"__proto__":{"admin":true}}'],
    ])('with %s is told so', async (_, body) => {
      const response = await send(tickets(), { method: 'POST', headers: kiosk(), body });
      expect(response.status).toBe(400);
      const error = apiErrorSchema.parse(JSON.parse(response.body));
      expect(error.code).toBe('badRequest');
      expect(response.body).not.toMatch(/node_modules|\.ts:|at /);
    });

    it('names the key that is wrong', async () => {
      const body = JSON.stringify({ ...good(), entry: 'sideways' });
      const response = await send(tickets(), { method: 'POST', headers: kiosk(), body });
      expect(JSON.parse(response.body)).toMatchObject({ problems: [{ path: 'entry' }] });
    });

    it('that is too large is refused', async () => {
      const body = JSON.stringify({ ...good(), queue: 'A'.repeat(40_000) });
      const response = await send(tickets(), { method: 'POST', headers: kiosk(), body });
      expect(response.status).toBe(413);
      expect(JSON.parse(response.body)).toEqual({ code: 'payloadTooLarge', maxBytes: 32_768 });
    });

    it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
      'as %s is refused',
      async (type) => {
        const headers = { ...kiosk(), 'content-type': type };
        const body = JSON.stringify(good());
        const response = await send(tickets(), { method: 'POST', headers, body });
        expect(response.status).toBe(415);
        expect(JSON.parse(response.body)).toEqual({ code: 'unsupportedMediaType' });
      },
    );

    it('for a queue that the office does not have is told so', async () => {
      const body = JSON.stringify({ ...good(), queue: 'X' });
      const response = await send(tickets(), { method: 'POST', headers: kiosk(), body });
      expect(response.status).toBe(404);
      expect(JSON.parse(response.body)).toEqual({ code: 'unknownQueue', queue: 'X' });
    });

    it('to an unknown path is not found', async () => {
      const response = await send(`${url}/api/nothing`);
      expect(response.status).toBe(404);
      expect(JSON.parse(response.body)).toEqual({ code: 'notFound' });
    });

    it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'GET'])(
      'with %s is not allowed',
      async (method) => {
        const response = await send(tickets(), { method });
        expect(response.status).toBe(405);
        expect(JSON.parse(response.body)).toEqual({ code: 'methodNotAllowed' });
        expect(response.headers['allow']).toBe('POST');
      },
    );

    it.each(['/api/%zz', '/%', '/desk/%2e%2e/%2e%2e/etc/passwd', '/desk/..%2f..%2fetc%2fpasswd'])(
      'to the address %s gets nothing',
      async (path) => {
        const response = await send(`${url}${path}`);
        expect(response.status).toBeGreaterThanOrEqual(400);
        expect(response.status).toBeLessThan(500);
        expect(response.body).not.toContain('root:');
      },
    );

    it('for the head of the feed is not allowed, and holds no reader', async () => {
      const response = await send(`${url}/api/feed`, { method: 'HEAD', headers: kiosk() });
      expect(response.status).toBe(405);
      expect(response.headers['allow']).toBe('GET');
    });

    it('with headers that are too large gets a typed answer', async () => {
      const headers = { 'x-large': 'a'.repeat(20_000) };
      const response = await send(`${url}/api/health`, { headers });
      expect(response.status).toBe(431);
      expect(JSON.parse(response.body)).toMatchObject({ code: 'badRequest' });
    });

    it('that is not HTTP gets a typed answer', async () => {
      const answer = await new Promise<string>((resolve) => {
        const socket = connect(server.port, '127.0.0.1', () => socket.write('NOT HTTP\r\n\r\n'));
        let text = '';
        socket.on('data', (chunk) => {
          text += String(chunk);
        });
        socket.on('close', () => resolve(text));
      });
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(apiErrorSchema.parse(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).code).toBe(
        'badRequest',
      );
    });
  });

  describe('a request that is not meant for us', () => {
    const office = () => `${url}/api/office`;
    const asKiosk = (headers: Record<string, string>) => ({
      headers: { authorization: `Bearer ${server.kioskToken}`, ...headers },
    });

    it.each([
      'evil.example',
      'evil.example:80',
      '127.0.0.1',
      '127.0.0.1:1',
      'localhost.evil.example',
    ])('names the host %s and is refused', async (host) => {
      const response = await send(office(), asKiosk({ host }));
      expect(response.status).toBe(421);
      expect(JSON.parse(response.body)).toEqual({ code: 'misdirectedRequest' });
      expect((await send(`${url}/desk/`, { headers: { host } })).status).toBe(421);
    });

    it('may call this machine localhost', async () => {
      const host = `localhost:${server.port}`;
      expect((await send(office(), asKiosk({ host }))).status).toBe(200);
    });

    it.each(['https://evil.example', 'null', 'http://127.0.0.1:1', 'https://127.0.0.1'])(
      'comes from a page of %s and is refused',
      async (origin) => {
        expect((await send(office(), asKiosk({ origin }))).status).toBe(421);
      },
    );

    it.each(['cross-site', 'same-site'])('comes from %s and is refused', async (site) => {
      expect((await send(office(), asKiosk({ 'sec-fetch-site': site }))).status).toBe(421);
    });

    it.each([
      ['spelled otherwise', '/%61pi/office'],
      ['as an address in full', 'http://evil.example/api/office'],
    ])('comes from a foreign page with its path %s and is refused', async (_, path) => {
      const headers = { origin: 'http://evil.example' };
      const response = await send(url, { ...asKiosk(headers), path });
      expect(response.status).toBe(421);
      expect(response.headers['cache-control']).toBe('no-store');
    });

    it.each(['same-origin', 'none'])('comes from %s and is let in', async (site) => {
      const headers = { 'sec-fetch-site': site, origin: url };
      expect((await send(office(), asKiosk(headers))).status).toBe(200);
    });
  });

  describe('pages', () => {
    it('are public and protected by a content security policy', async () => {
      const response = await send(`${url}/desk/`);
      expect(response.status).toBe(200);
      expect(response.body).toContain('Desk');
      expect(response.headers['content-security-policy']).toContain("default-src 'none'");
      expect(response.headers['x-content-type-options']).toBe('nosniff');
      expect(response.headers['cross-origin-opener-policy']).toBe('same-origin');
      expect(response.headers['cross-origin-resource-policy']).toBe('same-origin');
      expect(response.headers['referrer-policy']).toBe('no-referrer');
      expect(response.headers['access-control-allow-origin']).toBeUndefined();
    });

    it('lead from the root to the desk', async () => {
      const response = await send(`${url}/`);
      expect(response.status).toBe(302);
      expect(response.headers['location']).toBe('/desk/');
    });

    it('are found without the slash at the end', async () => {
      const response = await send(`${url}/desk`);
      expect(response.status).toBe(301);
      expect(response.headers['location']).toBe('/desk/');
    });

    it('that belong to Electron are not served', async () => {
      expect((await send(`${url}/ticket/index.html`)).status).toBe(404);
    });

    it('get the content of the office', async () => {
      const response = await send(`${url}/content.json`);
      expect(response.status).toBe(200);
      expect(JSON.parse(response.body)).toHaveProperty('office.id', 'demo');
    });

    it('get no names of those who work there, for whoever asks gets them', async () => {
      const { body } = await send(`${url}/content.json`);
      expect(contentSchema.parse(JSON.parse(body)).office.accounts).toEqual([]);
      for (const { account } of repositoryContent().office.accounts) {
        expect(body).not.toContain(`"${account}"`);
      }
    });
  });

  it('says that it is well to anyone', async () => {
    expect(must(await askers.nobody.call('health', {}))).toEqual({
      status: 'ok',
      version: '0.0.0-test',
    });
  });

  it('says that it is not well while the database cannot be written', async () => {
    const ok = { ok: true, value: { status: 'ok', version: '0.0.0-test' } };
    const unavailable = { ok: false, error: { code: 'unavailable' } };
    server.clock.ms += 1_000;
    const other = openForWriting(join(server.dataFolder, 'sportello.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    expect(await askers.nobody.call('health', {})).toEqual(unavailable);
    expect((await send(`${url}/api/health`)).status).toBe(503);
    other.exec('ROLLBACK');
    other.close();
    expect(await askers.nobody.call('health', {})).toEqual(unavailable);
    server.clock.ms += 1_000;
    expect(await askers.nobody.call('health', {})).toEqual(ok);
  });

  it('describes every operation in OpenAPI 3.1', async () => {
    const headers = askers.board.headers();
    const response = await send(`${url}/api/openapi.json`, { headers });
    expect(response.status).toBe(200);
    const document = JSON.parse(response.body);
    expect(document.openapi).toBe('3.1.0');
    for (const [name, operation] of Object.entries(operations)) {
      expect(document.paths[operation.path][operation.method.toLowerCase()]).toMatchObject({
        operationId: name,
      });
    }
  });

  it('sets a cookie that no script and no other site can use', async () => {
    const { account, password } = testAccounts.ada;
    const body = JSON.stringify({ account, password });
    const response = await send(`${url}/api/session`, { method: 'POST', headers: json, body });
    expect(String(response.headers['set-cookie'])).toMatch(
      /^sportello_session=[\w-]{43}; Path=\/api; HttpOnly; SameSite=Strict$/,
    );
  });

  it('writes neither a password nor a token to its log', () => {
    const log = JSON.stringify(server.logged);
    expect(log).not.toContain(testAccounts.ada.password);
    expect(log).not.toContain(server.kioskToken);
  });
});
