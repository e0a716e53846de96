import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { PhonePageData, PhoneView } from '../../contract/phone.ts';
import { TokenBucket } from '../auth/token-bucket.ts';
import type { Log } from '../log.ts';
import type { OpenOffice } from '../open-office.ts';
import type { PageFiles } from './page-files.ts';
import { PhonePage } from './phone-page.ts';
import { phoneView } from './phone-view.ts';

/**
 * For each address: a whole waiting room may share one, behind the office's network or a mobile
 * operator's. 300 phones ask 1,800 times a minute.
 */
const RATE = { burst: 600, perMinute: 3_000 };

const TICKET_PATH = /^\/t\/([A-Za-z0-9_-]{22})(\/now)?$/;
const ASSET_PATH = /^\/t\/assets\/([A-Za-z0-9._-]{1,100})$/;

/** The page loads its own script and style, asks this listener, and nothing else. */
const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // The address is all that leads to the ticket: it is told to nobody.
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
} as const;

export type PhoneListenerOptions = {
  /** The first speaks where it is not known which is meant. */
  readonly offices: ReadonlyMap<string, OpenOffice>;
  readonly files: PageFiles;
  readonly nowMs: () => number;
  readonly log: Log;
};

/**
 * Answers the phones in the waiting room: read only, one page and its answers, no cookie, no
 * session, no other route. Whatever it does not know gets the same page, so that nobody learns
 * which tokens there are or were.
 */
export function createPhoneListener(options: PhoneListenerOptions): RequestListener {
  const { files, nowMs, log } = options;
  const rooms = [...options.offices.values()].map((office) => ({
    office,
    page: new PhonePage(files.html, office.content),
  }));
  const [first] = rooms;
  if (first === undefined) throw new Error('A server without an office');
  const anyPage = first.page;
  const bucket = new TokenBucket(RATE);

  async function find(token: string): Promise<{ page: PhonePage; view: PhoneView } | null> {
    for (const { office, page } of rooms) {
      const { service, phoneTokens, ranges, setup } = office;
      const { day } = service;
      const ticket = await phoneTokens.find(day, token);
      if (ticket === null) continue;
      const { state } = day;
      const view = phoneView({ setup, state, ticket, ranges: ranges.latest, nowMs: nowMs() });
      return { page, view };
    }
    return null;
  }

  function sendPage(
    request: IncomingMessage,
    response: ServerResponse,
    status: number,
    shown: PhonePageData['first'],
    page = anyPage,
  ): void {
    const asked = new URLSearchParams(partsOf(request).query).get('l');
    const language = page.languageFor(asked, request.headers['accept-language']);
    const headers = { 'content-type': 'text/html; charset=utf-8', vary: 'accept-language' };
    send(response, status, headers, page.render(shown, language));
  }

  function sendAsset(request: IncomingMessage, response: ServerResponse, name: string): boolean {
    const file = files.assets.get(name);
    if (file === undefined) return false;
    const isSmall = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    const headers = {
      'content-type': file.contentType,
      'cache-control': 'max-age=31536000, immutable',
      vary: 'accept-encoding',
      ...(isSmall ? { 'content-encoding': 'gzip' } : {}),
    };
    send(response, 200, headers, isSmall ? file.gzipped : file.bytes);
    return true;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const retryAfterMs = bucket.take(addressOf(request), nowMs());
    if (retryAfterMs > 0) {
      response.setHeader('retry-after', Math.ceil(retryAfterMs / 1_000));
      sendPage(request, response, 429, 'lost');
      return;
    }
    if (request.method !== 'GET') {
      send(response, 405, { allow: 'GET' }, '');
      return;
    }
    const { path } = partsOf(request);
    const asset = ASSET_PATH.exec(path)?.[1];
    if (asset !== undefined && sendAsset(request, response, asset)) return;
    const [, token, now] = TICKET_PATH.exec(path) ?? [];
    const found = token === undefined ? null : await find(token);
    if (found === null) sendPage(request, response, 404, 'gone');
    else if (now === undefined) sendPage(request, response, 200, found.view, found.page);
    else {
      const headers = { 'content-type': 'application/json; charset=utf-8' };
      send(response, 200, headers, JSON.stringify(found.view));
    }
  }

  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      // Never the address: it would lead to a ticket.
      log({ event: 'requestFailed', operation: 'GET of a phone', error: String(error) });
      if (response.headersSent) response.destroy();
      else sendPage(request, response, 503, 'lost');
    });
  };
}

function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer,
): void {
  // Nothing stays on the phone but the open page; files that are named by their content say otherwise.
  response.writeHead(status, {
    ...HEADERS,
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(body),
    ...headers,
  });
  response.end(body);
}

function partsOf({ url = '' }: IncomingMessage): { readonly path: string; readonly query: string } {
  const [path = '', query = ''] = url.split('?', 2);
  return { path, query };
}

/**
 * Who asks. Only this machine reaches the listener, so the last address that was forwarded is what
 * the reverse proxy here saw.
 */
function addressOf({ headers, socket }: IncomingMessage): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '');
  return forwarded.split(',').at(-1)?.trim() || (socket.remoteAddress ?? '');
}
