import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A file of the built page; its name changes with its content. */
export type PageFile = {
  readonly contentType: string;
  readonly bytes: Buffer;
  /** The same, smaller: phones load it over networks that people pay for. */
  readonly gzipped: Buffer;
};

/** All that a phone may load: the page and the files that it names. */
export type PageFiles = {
  readonly html: string;
  /** By name, below `/t/assets/`. */
  readonly assets: ReadonlyMap<string, PageFile>;
};

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Reads the built page into memory: no request ever becomes the name of a file.
 *
 * @param publicPath what comes before `/t/` in the address that phones use, without a "/" at its end.
 * @throws Error where the page is not built.
 */
export function readPageFiles(folder: string, publicPath: string): PageFiles {
  const assetsFolder = join(folder, 'assets');
  const assets = new Map<string, PageFile>();
  for (const name of readdirSync(assetsFolder)) {
    const contentType = CONTENT_TYPES[extname(name)];
    if (contentType === undefined) continue;
    const bytes = readFileSync(join(assetsFolder, name));
    assets.set(name, { contentType, bytes, gzipped: gzipSync(bytes) });
  }
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  return { html: html.replaceAll('"/t/assets/', `"${publicPath}/t/assets/`), assets };
}
