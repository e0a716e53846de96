import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyContent } from '../../build/content-part.ts';
import {
  copyOfContent,
  replaceIn,
  shippedContentDir,
  temporaryFolder,
} from '../electron/content/content-folder.ts';

describe('the content of the app', () => {
  it('is what the repository has', async () => {
    const target = join(temporaryFolder(), 'content');
    await copyContent(shippedContentDir, target);
    expect(existsSync(join(target, 'languages', 'it', 'kiosk.json'))).toBe(true);
  });

  it('is not built where a translation lacks a text', async () => {
    const source = copyOfContent();
    const target = join(temporaryFolder(), 'content');
    replaceIn(source, 'languages/en/audience.json', '"parents"', '"parent"');
    await expect(copyContent(source, target)).rejects.toThrow(
      /languages\/en\/audience\.json:\d+: "audience\.parents" is missing/,
    );
    expect(existsSync(target)).toBe(false);
  });
});
