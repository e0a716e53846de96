import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ClipFolders, clipFiles, clipOf, readClips } from '../../../electron/main/clips.ts';
import { temporaryFolder, writeIn } from '../content/content-folder.ts';

const back = '0123456789abcdef';
const help = 'fedcba9876543210';

function folders() {
  const spoken = temporaryFolder();
  const recorded = temporaryFolder();
  writeIn(spoken, 'it/clips.json', JSON.stringify({ Indietro: back, Aiuto: help }));
  writeIn(spoken, `it/${back}.mp3`, 'spoken');
  return { spoken, recorded };
}

/** The clips of a computer whose start kept these files of the office. */
function clipsOf(
  both: ClipFolders,
  language: string,
  kept: Readonly<Record<string, string>> = {},
): ReturnType<typeof readClips> {
  const dataFolder = temporaryFolder();
  writeIn(dataFolder, 'content-last-good.json', JSON.stringify(kept));
  return readClips(both, language, join(dataFolder, 'content-last-good.json'));
}

describe('the clips of a language', () => {
  it('are those that were spoken', async () => {
    expect(await clipsOf(folders(), 'it')).toEqual({ Indietro: `${back}.mp3` });
  });

  it('are none while its voice is not ready', async () => {
    expect(await clipsOf(folders(), 'en')).toEqual({});
  });

  it('are what the office has recorded, in place of a voice or where there is none', async () => {
    const both = folders();
    writeIn(both.recorded, `it/${back}.wav`, 'recorded');
    writeIn(both.recorded, `it/${help}.ogg`, 'recorded');
    writeIn(both.recorded, 'it/readme.txt', 'by whom');
    expect(await clipsOf(both, 'it')).toEqual({
      Indietro: `${back}.wav`,
      Aiuto: `${help}.ogg`,
    });
  });

  it('are also what only this office says, and lists beside its own files', async () => {
    const both = folders();
    const own = 'aaaabbbbccccdddd';
    writeIn(both.recorded, 'it/clips.json', JSON.stringify({ 'Sede di prova': own }));
    writeIn(both.recorded, `it/${own}.mp3`, 'spoken for the office');
    expect(await clipsOf(both, 'it')).toEqual({
      Indietro: `${back}.mp3`,
      'Sede di prova': `${own}.mp3`,
    });
  });

  it('stay those of the content in use where the office’s own list has been damaged since', async () => {
    const both = folders();
    const own = 'aaaabbbbccccdddd';
    writeIn(both.recorded, `it/${own}.mp3`, 'spoken for the office');
    writeIn(both.recorded, 'it/clips.json', '{"Indietro":"../../secret"}');
    expect(await clipsOf(both, 'it')).toEqual({ Indietro: `${back}.mp3` });
    const kept = { 'audio/it/clips.json': JSON.stringify({ 'Sede di prova': own }) };
    expect(await clipsOf(both, 'it', kept)).toEqual({
      Indietro: `${back}.mp3`,
      'Sede di prova': `${own}.mp3`,
    });
  });
});

describe('the address of a clip', () => {
  const places = { spoken: '/spoken', recorded: '/own/audio' };

  it('means the recording before the voice', () => {
    const clip = clipOf(`app://sportello/audio/it/${back}.mp3`);
    expect(clip).toEqual({ language: 'it', file: `${back}.mp3` });
    expect(clip === null ? [] : clipFiles(clip, places)).toEqual([
      join('/own/audio', 'it', `${back}.mp3`),
      join('/spoken', 'it', `${back}.mp3`),
    ]);
  });

  it.each([
    'app://sportello/audio/it/clips.json',
    `app://sportello/audio/../it/${back}.mp3`,
    `app://sportello/audio/it/%2e%2e/${back}.mp3`,
    `app://sportello/audio/it/${back}.exe`,
    `app://sportello/audio/it/${back}.mp3?x`,
    `https://sportello/audio/it/${back}.mp3`,
    'app://sportello/kiosk/',
  ])('is nothing else: %s', (url) => {
    expect(clipOf(url)).toBeNull();
  });
});
