import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadEngine } from '../../../build/voice/engine.ts';
import { loadContent } from '../../../electron/content/load-content.ts';
import { formsOf } from '../../../electron/contract/content-rules.ts';

const content = loadContent({ baseDir: join(import.meta.dirname, '../../../content') });

describe('the engine', () => {
  it('has the voice of every language that names one, and it speaks', async () => {
    if (!content.ok) throw new Error('The content is damaged');
    for (const { voice, code } of content.value.languages) {
      if ('none' in voice) continue;
      const engine = await loadEngine(voice.espeak);
      const text = formsOf(content.value.texts[code]?.['kiosk.frame.back'] ?? '').spoken;
      const clip = engine.speak(text);
      // The sign that an MP3 frame begins with: eleven bits that are 1.
      expect([clip?.[0], (clip?.[1] ?? 0) & 0xe0]).toEqual([0xff, 0xe0]);
    }
  });

  it('makes no clip of nothing', async () => {
    expect((await loadEngine('it')).speak('…')).toBeNull();
  });

  it('says so where there is no such voice', async () => {
    await expect(loadEngine('fil')).rejects.toThrow('fil');
  });
});
