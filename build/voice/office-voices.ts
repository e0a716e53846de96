import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../../electron/contract/content.ts';
import { clipTexts } from './clip-texts.ts';
import { clipFile, listClips, speakInto, spokenContent } from './voices.ts';

/**
 * What a kiosk says in one language with an office's own files, and would not say with what ships:
 * sentences that were replaced, the office's name, official notices. By the name of the clip.
 */
export function officeTexts(
  own: Content,
  shipped: Content,
  languageCode: string,
): Map<string, string> {
  const texts = clipTexts(own, languageCode);
  if (shipped.languages.some(({ code }) => code === languageCode)) {
    for (const name of clipTexts(shipped, languageCode).keys()) texts.delete(name);
  }
  return texts;
}

/**
 * Has the voices speak what only this office says, into `audio/` of its content folder, and lists it
 * there. What has been recorded, or spoken before, stays.
 */
export async function makeOfficeVoices(overrideDir: string): Promise<void> {
  const content = spokenContent(overrideDir);
  const shipped = spokenContent();
  for (const language of content.languages) {
    const texts = officeTexts(content, shipped, language.code);
    const folder = join(overrideDir, 'audio', language.code);
    if (texts.size === 0 && !existsSync(folder)) continue;
    mkdirSync(folder, { recursive: true });
    const there = new Set(readdirSync(folder).map((file) => file.replace(/\.[^.]+$/, '')));
    const missing = [...texts].filter(([name]) => !there.has(clipFile(name)));
    await speakInto(folder, new Map(missing), language);
    listClips(folder, texts);
  }
}
