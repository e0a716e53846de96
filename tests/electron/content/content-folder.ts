import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { loadContent } from '../../../electron/content/load-content.ts';
import type { ContentProblem } from '../../../electron/contract/content.ts';

/** The content that ships. */
export const shippedContentDir = join(import.meta.dirname, '..', '..', '..', 'content');

/** A folder that is gone when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-content-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the shipped content that a test may damage. */
export function copyOfContent(): string {
  const folder = temporaryFolder();
  cpSync(shippedContentDir, folder, { recursive: true });
  return folder;
}

/** Writes a file, making its folders. */
export function writeIn(folder: string, file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
}

/** Changes a piece of a file that must be there; returns the 1-based line where it begins. */
export function replaceIn(folder: string, file: string, from: string, to: string): number {
  const text = readFileSync(join(folder, file), 'utf8');
  const at = text.indexOf(from);
  if (at < 0) throw new Error(`${file} does not contain ${from}`);
  writeFileSync(join(folder, file), text.slice(0, at) + to + text.slice(at + from.length));
  return text.slice(0, at).split('\n').length;
}

/** What is wrong with a content folder; with `overrideDir`, as an office's own files change it. */
export function problemsOf(baseDir: string, overrideDir?: string): ContentProblem[] {
  const loaded = loadContent({ baseDir, overrideDir });
  return loaded.ok ? [] : loaded.error;
}
