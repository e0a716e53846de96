import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileOf, servePageFile } from '../../../electron/main/page-files.ts';

const folder = '/opt/sportello/renderer';

describe('an address of the program’s own', () => {
  test.each([
    ['app://sportello/kiosk/', 'kiosk/index.html'],
    ['app://sportello/kiosk/index.html', 'kiosk/index.html'],
    ['app://sportello/assets/main-DHb_2x.js?v=1', 'assets/main-DHb_2x.js'],
    ['app://sportello/board/#now', 'board/index.html'],
  ])('%s names a file', (url, file) => {
    expect(fileOf(url, folder)).toBe(join(folder, file));
  });

  test.each([
    'app://sportello/../package.json',
    'app://sportello/kiosk/../../main/main.cjs',
    'app://sportello/kiosk/%2e%2e/%2e%2e/package.json',
    'app://sportello/kiosk/..%2f..%2fpackage.json',
    'app://sportello/kiosk\\..\\..\\package.json',
    'app://sportello//etc/passwd.html',
    'app://sportello/.stamps/main.html',
    'app://sportello/kiosk/index.html%00.png',
    'app://sportello/kiosk/index',
    'app://sportello/main/main.cjs',
    'app://sportello/assets/main.js.map',
    'app://elsewhere/kiosk/',
    'app://sportello:1/kiosk/',
    'app://sportello.example/kiosk/',
    'app://user@sportello/kiosk/',
    'file:///etc/passwd',
    'https://sportello/kiosk/',
  ])('%s names nothing', (url) => {
    expect(fileOf(url, folder)).toBeNull();
  });
});

describe('the answer to a request', () => {
  let pages: string;
  beforeAll(() => {
    pages = mkdtempSync(join(tmpdir(), 'sportello-pages-'));
    mkdirSync(join(pages, 'kiosk'));
    writeFileSync(join(pages, 'kiosk', 'index.html'), '<p>Buongiorno');
  });
  afterAll(() => rmSync(pages, { recursive: true }));

  test('carries the page, its type and the policy without a network', async () => {
    const response = await servePageFile({ url: 'app://sportello/kiosk/', method: 'GET' }, pages);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<p>Buongiorno');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  test('is 404 for what is not there, with the policy all the same', async () => {
    for (const path of ['board/', 'kiosk/other.js', 'kiosk.html']) {
      const response = await servePageFile(
        { url: `app://sportello/${path}`, method: 'GET' },
        pages,
      );
      expect(response.status).toBe(404);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });

  test('is 405 for anything but reading', async () => {
    const request = { url: 'app://sportello/kiosk/', method: 'POST' };
    expect((await servePageFile(request, pages)).status).toBe(405);
  });
});
