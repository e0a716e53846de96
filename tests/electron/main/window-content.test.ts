import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentSchema } from '../../../electron/contract/content.ts';
import { readWindowContent } from '../../../electron/main/window-content.ts';
import { shippedContentDir, temporaryFolder, writeIn } from '../content/content-folder.ts';

/** A computer that shows windows, with content of its own where a test writes some. */
function computer() {
  const dataFolder = temporaryFolder();
  const overrideDir = join(dataFolder, 'content');
  const manifestFile = join(dataFolder, 'package.json');
  const update = () => writeFileSync(manifestFile, '{"buildId":"a newer one"}');
  const start = async () => {
    const reading = await readWindowContent({
      baseDir: shippedContentDir,
      overrideDir: existsSync(overrideDir) ? overrideDir : undefined,
      dataFolder,
      manifestFile,
    });
    if (!reading.ok) throw new Error(reading.error);
    return reading.value;
  };
  const write = (file: string, text: string) => writeIn(overrideDir, file, text);
  return { dataFolder, start, update, write };
}

function readShipped(file: string): string {
  return readFileSync(join(shippedContentDir, file), 'utf8');
}

describe('the content of a program with windows', () => {
  it('is the same at the second start, from the copy', async () => {
    const { dataFolder, start } = computer();
    const first = await start();
    expect(contentSchema.safeParse(JSON.parse(first.json)).success).toBe(true);
    expect(existsSync(join(dataFolder, 'content-checked.json'))).toBe(true);
    expect(await start()).toEqual(first);
  });

  it('goes on with the files of before, and says so at every start, where those of now are damaged', async () => {
    const { start, write } = computer();
    write('languages/it/audience.json', readShipped('languages/it/audience.json'));
    const good = await start();
    write('languages/it/audience.json', '{');
    for (const damaged of [await start(), await start()]) {
      expect(damaged.json).toBe(good.json);
      expect(damaged.problems.join()).toContain('audience.json');
      expect(damaged.trouble?.file).toBe('languages/it/audience.json');
    }
  });

  it('tells the desk of a list of recordings that has been damaged since', async () => {
    const { start, write } = computer();
    write('audio/it/clips.json', '{"Sede di prova":"0123456789abcdef"}');
    const good = await start();
    write('audio/it/clips.json', '{"Sede di prova":\n"0123456789abcdef"');
    const damaged = await start();
    expect(damaged.json).toBe(good.json);
    expect(damaged.trouble).toMatchObject({ file: 'audio/it/clips.json', line: 2, others: 0 });
  });

  it('is checked anew by another build of the program', async () => {
    const { dataFolder, start, update } = computer();
    const copy = () =>
      readFileSync(join(dataFolder, 'content-checked.json'), 'utf8').split('\n')[0];
    await start();
    const before = copy();
    update();
    await start();
    expect(copy()).not.toBe(before);
  });

  it('starts all the same where the copy cannot be kept', async () => {
    const { dataFolder, start } = computer();
    writeIn(join(dataFolder, 'content-checked.json'), 'in the way', '');
    expect((await start()).notKept).toContain('EISDIR');
  });
});
