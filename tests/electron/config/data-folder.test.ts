import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultDataFolder, officeContentFolder } from '../../../electron/config/data-folder.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';

describe('the data folder', () => {
  it('is in the user’s data folder, where the user says that it is', () => {
    const usual = join(homedir(), '.local', 'share', 'sportello');
    expect(defaultDataFolder('linux', {})).toBe(usual);
    expect(defaultDataFolder('linux', { XDG_DATA_HOME: '/data' })).toBe('/data/sportello');
    expect(defaultDataFolder('linux', { XDG_DATA_HOME: 'relative' })).toBe(usual);
    const windows = defaultDataFolder('win32', { LOCALAPPDATA: '/Users/ada/AppData/Local' });
    expect(windows).toBe('/Users/ada/AppData/Local/sportello');
  });
});

describe('the folder of the office’s own content', () => {
  let dataFolder: string;
  beforeEach(() => {
    dataFolder = temporaryFolder();
  });
  afterEach(() => removeFolder(dataFolder));

  it('is in the data folder, if it is there', () => {
    expect(officeContentFolder({}, dataFolder)).toBeUndefined();
    mkdirSync(join(dataFolder, 'content'));
    expect(officeContentFolder({}, dataFolder)).toBe(join(dataFolder, 'content'));
  });

  it('is the one that the configuration names, from the data folder on', () => {
    expect(officeContentFolder({ contentFolder: 'ours' }, dataFolder)).toBe(
      join(dataFolder, 'ours'),
    );
    expect(officeContentFolder({ contentFolder: '/etc/ours' }, dataFolder)).toBe('/etc/ours');
  });
});
