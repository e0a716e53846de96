import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { loadContent } from '../../electron/content/load-content.ts';
import { CLIP_LIST_FILE } from '../../electron/contract/clip-name.ts';
import type { ClipIndex } from '../../electron/contract/clips.ts';
import type { Content, Language } from '../../electron/contract/content.ts';
import { digestSources } from '../build-stamp.ts';
import { ensureReadableFolder, makeReadable, removeOldStages } from '../electron-runtime/stage.ts';
import { withLock } from '../lock.ts';
import { cacheFolder, currentCaller, repositoryFolder } from '../places.ts';
import { say } from '../progress.ts';
import { Stop } from '../stop.ts';
import { clipTexts } from './clip-texts.ts';
import { speak } from './speak.ts';

const engineManifest = 'node_modules/@echogarden/espeak-ng-emscripten/package.json';

/** What the voices say, and how. */
const sources = [
  ...['content', 'build/voice', 'renderer/text', 'electron/content/message.ts'],
  ...['electron/contract/clips.ts', 'electron/contract/clip-name.ts', engineManifest],
];

/** Where the voices of these sources are, or will be: `it/clips.json` and the files it names. */
export function voicesFolder(): string {
  const digest = digestSources(sources).slice(0, 16);
  return join(cacheFolder(currentCaller()), 'voices', 'ready', digest);
}

/** The content whose texts are spoken: what ships, with an office's own files in their places. */
export function spokenContent(overrideDir?: string): Content {
  const content = loadContent({ baseDir: join(repositoryFolder, 'content'), overrideDir });
  if (content.ok) return content.value;
  const check = ['npm run content:check', ...(overrideDir ? [`-- --override ${overrideDir}`] : [])];
  throw new Stop(`The content is damaged: ${check.join(' ')} says where.`);
}

/** File of a clip, without its format: it follows from the words alone (`clipName`). */
export function clipFile(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 16);
}

/**
 * Makes the voices, one language after the other, each whole or not at all. What was spoken before
 * is not spoken again. A language without a voice has only the list of what there is to record.
 */
export async function makeVoices(): Promise<void> {
  const content = spokenContent();
  const folder = voicesFolder();
  ensureReadableFolder(cacheFolder(currentCaller()));
  mkdirSync(folder, { recursive: true });
  for (const language of content.languages) {
    const { code, autonym } = language;
    if (existsSync(join(folder, code))) continue;
    await withLock(join(folder, `${code}.lock`), `speaking ${autonym}`, async () => {
      if (!existsSync(join(folder, code))) await makeVoice(content, language, folder);
    });
  }
  makeReadable(folder);
  removeOldStages(join(folder, '..'), folder);
}

async function makeVoice(content: Content, language: Language, folder: string): Promise<void> {
  const texts = clipTexts(content, language.code);
  const partial = join(folder, `${language.code}.partial`);
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial);
  await speakInto(partial, texts, language);
  listClips(partial, texts);
  renameSync(partial, join(folder, language.code));
}

/** Writes down which file of a folder says what, or will once it is recorded. */
export function listClips(folder: string, texts: ReadonlyMap<string, string>): void {
  const index: ClipIndex = {};
  for (const name of texts.keys()) index[name] = clipFile(name);
  writeFileSync(join(folder, CLIP_LIST_FILE), JSON.stringify(index));
}

/** Has the voice of a language, where it has one, say texts into a folder. */
export async function speakInto(
  folder: string,
  texts: ReadonlyMap<string, string>,
  { autonym, voice: choice }: Language,
): Promise<void> {
  if ('none' in choice) return;
  const voice = choice.espeak;
  const spokenBefore = join(cacheFolder(currentCaller()), 'voices', 'spoken', voice);
  mkdirSync(spokenBefore, { recursive: true });
  const clips = [...texts].map(([name, text]) => {
    // By what is spoken and with what: the same name may have another melody some day.
    const digest = createHash('sha256').update(`${engineVersion()} ${text}`).digest('hex');
    return { name, text, file: join(spokenBefore, `${digest}.mp3`) };
  });
  await speak(`Speaking ${autonym}`, voice, clips);
  for (const { name, text, file } of clips) {
    if (statSync(file).size === 0) say(`The voice of ${autonym} cannot say "${text}".`);
    else copyFileSync(file, join(folder, `${clipFile(name)}.mp3`));
  }
}

function engineVersion(): string {
  const manifest = readFileSync(join(repositoryFolder, engineManifest), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
