import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CLIP_FILE, CLIP_LIST_FILE } from '../contract/clip-name.ts';
import type { ClipIndex, Clips } from '../contract/clips.ts';
import { APP_ORIGIN } from './page-files.ts';

/** Where clips are looked for: what an office has recorded goes before what a voice has spoken. */
export interface ClipFolders {
  /** `it/clips.json` and the files it names; a language appears when its voice is ready. */
  readonly spoken: string;
  /**
   * The office's own recordings, `it/….mp3`, with a `clips.json` of what only this office says;
   * undefined where it has no content of its own.
   */
  readonly recorded: string | undefined;
}

const CLIP_ADDRESS = new RegExp(`^${APP_ORIGIN}/audio/([a-z]{2,3})/([0-9a-f]{16}\\.[a-z0-9]{3})$`);

/** Folders in the order in which they count. */
function inOrder({ spoken, recorded }: ClipFolders): string[] {
  return recorded === undefined ? [spoken] : [recorded, spoken];
}

/**
 * The clips that there are in a language; none where it has no voice, or not yet.
 *
 * @param keptFile the office's own files as they last were good: the list that belongs to the content
 *   in use is among them, whatever has become of that in the folder
 */
export async function readClips(
  folders: ClipFolders,
  language: string,
  keptFile: string,
): Promise<Clips> {
  const index: ClipIndex = {};
  if (folders.recorded !== undefined) Object.assign(index, await readKeptList(keptFile, language));
  const fileByStem = new Map<string, string>();
  for (const folder of inOrder(folders).toReversed()) {
    Object.assign(index, await readList(join(folder, language)));
    const files = await readdir(join(folder, language)).catch(() => []);
    for (const file of files) if (CLIP_FILE.test(file)) fileByStem.set(file.slice(0, 16), file);
  }
  return Object.fromEntries(
    Object.entries(index).flatMap(([name, stem]) => {
      const file = fileByStem.get(stem);
      return file === undefined ? [] : [[name, file]];
    }),
  );
}

/** What the clips of a folder say; nothing where there is no list. */
async function readList(folder: string): Promise<ClipIndex> {
  const text = await readFile(join(folder, CLIP_LIST_FILE), 'utf8').catch(() => null);
  return text === null ? {} : parseList(text);
}

async function readKeptList(keptFile: string, language: string): Promise<ClipIndex> {
  const { readKeptFiles } = await import('../content/kept-files.ts');
  const text = readKeptFiles(keptFile)?.[`audio/${language}/${CLIP_LIST_FILE}`];
  return text === undefined ? {} : parseList(text);
}

/** Nothing where the list is damaged: of an office’s own, the check at the start has said so. */
async function parseList(text: string): Promise<ClipIndex> {
  try {
    const { clipIndexSchema } = await import('../contract/clips.ts');
    return clipIndexSchema.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

/** A file of sound in a language. */
interface Clip {
  readonly language: string;
  readonly file: string;
}

/** The clip that an address means; null for every other address. */
export function clipOf(url: string): Clip | null {
  const [, language, file] = CLIP_ADDRESS.exec(url) ?? [];
  if (language === undefined || file === undefined || !CLIP_FILE.test(file)) return null;
  return { language, file };
}

/** Where a clip may be, in order. */
export function clipFiles({ language, file }: Clip, folders: ClipFolders): string[] {
  return inOrder(folders).map((folder) => join(folder, language, file));
}
