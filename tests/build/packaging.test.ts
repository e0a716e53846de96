import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { type Configuration, Packager } from 'electron-builder';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { artifactSuffix, builderConfiguration, fusesFor } from '../../build/electron-builder.ts';
import type { Runtime } from '../../build/electron-runtime/runtime.ts';
import { type IconImage, iconFile } from '../../build/icons/ico.ts';
import { controlFile } from '../../build/packaging/deb.ts';
import { repositoryFolder } from '../../build/places.ts';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';

describe('a package', () => {
  it('never carries a debugger or a general Node, whatever Electron it is made from', () => {
    for (const origin of ['official', 'substitute'] as const) {
      const fuses = fusesFor(origin);
      expect(fuses[FuseV1Options.EnableNodeCliInspectArguments]).toBe(false);
      expect(fuses[FuseV1Options.RunAsNode]).toBe(false);
      expect(fuses[FuseV1Options.OnlyLoadAppFromAsar]).toBe(true);
    }
  });

  it('for release decides every fuse that Electron has', () => {
    const fuses = fusesFor('official');
    expect(fuses.strictlyRequireAllFuses).toBe(true);
    const known = Object.values(FuseV1Options).filter((value) => typeof value === 'number');
    expect(known.filter((fuse) => !(fuse in fuses))).toEqual([]);
  });

  it('says in its name and its description when it is not for release', () => {
    expect(artifactSuffix('substitute')).toBe('-NOT-FOR-RELEASE');
    expect(artifactSuffix('official')).toBe('');
    expect(controlFile('0.1.0', true, 1)).toContain('NOT FOR RELEASE');
    expect(controlFile('0.1.0', false, 1)).not.toContain('RELEASE');
  });

  it('tells apt how much room it takes, in KiB', () => {
    expect(controlFile('0.1.0', false, 2049)).toMatch(/^Installed-Size: 3$/m);
  });

  it('can be installed on Debian 12 and on 13', () => {
    expect(controlFile('0.1.0', false, 1)).toContain('libgtk-3-0t64 | libgtk-3-0');
  });
});

describe('the installer for Windows', () => {
  const runtime: Runtime = {
    origin: 'official',
    folder: '/electron',
    executable: '/electron/electron.exe',
    electronVersion: '45.4.1',
  };
  let app: string;
  beforeAll(() => {
    app = temporaryFolder();
    const manifest = { name: 'sportello', version: '0.1.0', description: 'A queue', author: 'Us' };
    writeFileSync(join(app, 'package.json'), JSON.stringify(manifest));
  });
  afterAll(() => removeFolder(app));

  // A new one each time: electron-builder rewrites what it checks.
  const configuration = () => builderConfiguration(runtime, '/electron', app, '/release');
  const check = (config: Configuration) =>
    new Packager({ projectDir: repositoryFolder, config }).validateConfig();

  it('is described in words that electron-builder knows', async () => {
    await check(configuration());
    const misspelt: object = { nsis: { perMachin: true } };
    await expect(check({ ...configuration(), ...misspelt })).rejects.toThrow(/configuration\.nsis/);
  });

  it('installs for everyone, asks where, and leaves the office its data when it is removed', () => {
    const { nsis, win } = configuration();
    expect(nsis).toMatchObject({
      perMachine: true,
      oneClick: false,
      allowElevation: true,
      allowToChangeInstallationDirectory: true,
      deleteAppDataOnUninstall: false,
    });
    expect(win?.requestedExecutionLevel).toBe('asInvoker');
  });

  it('has an icon as large as Windows asks for', () => {
    const { win } = configuration();
    const icon = readFileSync(String(win?.icon));
    const images = readIcon(icon);
    expect(images.map(({ sizePx }) => sizePx)).toContain(256);
    for (const { sizePx, png } of images) {
      const { width, height } = PNG.sync.read(png);
      expect([width, height]).toEqual([sizePx, sizePx]);
    }
    expect(iconFile(images).equals(icon)).toBe(true);
  });
});

/** The images of a Windows icon, as its directory says where they are. */
function readIcon(icon: Buffer): IconImage[] {
  return Array.from({ length: icon.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index;
    const offset = icon.readUInt32LE(entry + 12);
    const png = icon.subarray(offset, offset + icon.readUInt32LE(entry + 8));
    return { sizePx: icon.readUInt8(entry) || 256, png };
  });
}
