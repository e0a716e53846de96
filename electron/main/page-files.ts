import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { WindowRole } from '../contract/host.ts';

/** The scheme and host of the program's own pages. */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://sportello';

/** The address of a window's page. */
export function pageUrl(role: WindowRole): string {
  return `${APP_ORIGIN}/${role}/`;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wav': 'audio/wav',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/**
 * Pages without any network: what they need comes over IPC (DESIGN §3). Trusted Types with no
 * policy at all forbid every way of turning text into markup or script.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "worker-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/**
 * The file that an address of the program's own names, within `folder`; null for any other
 * address, and for every way out of the folder. A folder's address names its index.html.
 */
export function fileOf(url: string, folder: string): string | null {
  // What is left encoded, or encoded at all, none of our file names needs.
  const match = /^app:\/\/sportello(\/[A-Za-z0-9_./-]*)(?:[?#].*)?$/.exec(url);
  const path = match?.[1];
  if (path === undefined) return null;
  const segments = path.slice(1).split('/');
  if (segments.at(-1) === '') segments[segments.length - 1] = 'index.html';
  // Hidden files, "." and ".." begin with a dot; an empty segment is a doubled slash.
  if (segments.some((segment) => segment === '' || segment.startsWith('.'))) return null;
  const file = join(folder, ...segments);
  return file.startsWith(folder + sep) && extname(file) in contentTypes ? file : null;
}

/** Answers a request for one of the program's own pages or their parts. */
export async function servePageFile(
  request: { readonly url: string; readonly method: string },
  folder: string,
): Promise<Response> {
  const file = fileOf(request.url, folder);
  return serveFirst(request.method, file === null ? [] : [file]);
}

/** Answers with the first of some files that is there. */
export async function serveFirst(method: string, files: readonly string[]): Promise<Response> {
  if (files.length > 0 && method !== 'GET') return new Response(null, { status: 405, headers });
  for (const file of files) {
    try {
      const body = await readFile(file);
      const type = contentTypes[extname(file)] ?? 'application/octet-stream';
      return new Response(new Uint8Array(body), {
        headers: { ...headers, 'content-type': type },
      });
    } catch {
      // Not there, or a folder.
    }
  }
  return new Response(null, { status: 404, headers });
}
