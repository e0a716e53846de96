import type { IncomingHttpHeaders } from 'node:http';

/** The names under which this server is reached, `host:port`. */
export type Authorities = ReadonlySet<string>;

/** On loopback, every way of writing it; a page of another name that resolves here is refused. */
export function loopbackAuthorities(port: number): Authorities {
  const names = ['127.0.0.1', 'localhost', '[::1]'];
  const withPort = names.map((name) => `${name}:${port}`);
  // Browsers leave the default port out.
  return new Set(port === 80 ? [...withPort, ...names] : withPort);
}

/**
 * Whether a request is meant for this server (against DNS rebinding) and, for the API, comes from
 * its own pages or from a program that is no browser (against foreign pages).
 */
export function isForUs(
  headers: IncomingHttpHeaders,
  authorities: Authorities,
  isApi: boolean,
): boolean {
  if (!authorities.has(headers.host?.toLowerCase() ?? '')) return false;
  if (!isApi) return true;
  const { origin } = headers;
  if (origin !== undefined && !authorities.has(origin.replace(/^http:\/\//, ''))) return false;
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}
