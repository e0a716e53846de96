import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CLIP_FILE } from '../contract/clip-name.ts';
import type { Clips } from '../contract/clips.ts';
import { APP_ORIGIN } from './page-files.ts';

/** Where clips are looked for: what an office has recorded goes before what a voice has spoken. */
export interface ClipFolders {
  /** `it/clips.json` and the files it names; a language appears when its voice is ready. */
  readonly spoken: string;
  /** The office's own recordings, `it/….mp3`; undefined where it has no content of its own. */
  readonly recorded: string | undefined;
}

const CLIP_ADDRESS = new RegExp(`^${APP_ORIGIN}/audio/([a-z]{2,3})/([0-9a-f]{16}\\.[a-z0-9]{3})$`);

/** Folders in the order in which they count. */
function inOrder({ spoken, recorded }: ClipFolders): string[] {
  return recorded === undefined ? [spoken] : [recorded, spoken];
}

/** The clips that there are in a language; none where it has no voice, or not yet. */
export async function readClips(folders: ClipFolders, language: string): Promise<Clips> {
  let index: unknown;
  try {
    index = JSON.parse(await readFile(join(folders.spoken, language, 'clips.json'), 'utf8'));
  } catch {
    return {};
  }
  const fileByStem = new Map<string, string>();
  for (const folder of inOrder(folders).toReversed()) {
    const files = await readdir(join(folder, language)).catch(() => []);
    for (const file of files) if (CLIP_FILE.test(file)) fileByStem.set(file.slice(0, 16), file);
  }
  const { clipIndexSchema } = await import('../contract/clips.ts');
  const known = clipIndexSchema.safeParse(index);
  return Object.fromEntries(
    Object.entries(known.data ?? {}).flatMap(([name, stem]) => {
      const file = fileByStem.get(stem);
      return file === undefined ? [] : [[name, file]];
    }),
  );
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
