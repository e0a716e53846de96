import { describe, expect, it } from 'vitest';
import {
  choosePackages,
  databasePrograms,
  missingLibraries,
  missingProgramPackages,
  testPrograms,
  unknownToLinker,
} from '../../build/system-packages.ts';

describe('missing system packages', () => {
  it('are seen in what ldd says of Electron', () => {
    const output = [
      '\tlinux-vdso.so.1 (0x00007ffd)',
      '\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00007f)',
      '\tlibgtk-3.so.0 => not found',
      '\tlibnss3.so => not found',
      '\tlibgtk-3.so.0 => not found',
    ].join('\n');
    expect(missingLibraries(output)).toEqual(['libgtk-3.so.0', 'libnss3.so']);
  });

  it('are none when ldd found every library', () => {
    expect(missingLibraries('\tlibc.so.6 => /lib/libc.so.6 (0x00007f)\n')).toEqual([]);
  });

  it('include what Electron loads only with its first window', () => {
    const list = '2 libs found\n\tlibX11.so.6 (libc6,x86-64) => /lib/libX11.so.6\n';
    expect(unknownToLinker(list, ['libX11.so.6', 'libX11-xcb.so.1'])).toEqual(['libX11-xcb.so.1']);
  });

  it('go by the names of this release of Debian', () => {
    const groups = [['libgtk-3-0t64', 'libgtk-3-0'], ['libnss3']];
    const debian12 = (name: string) => !name.endsWith('t64');
    expect(choosePackages(groups, debian12)).toEqual(['libgtk-3-0', 'libnss3']);
    expect(choosePackages(groups, () => true)).toEqual(['libgtk-3-0t64', 'libnss3']);
  });

  it('are named even before the list of packages was ever read', () => {
    expect(choosePackages([['libgtk-3-0t64', 'libgtk-3-0']], () => false)).toEqual(['libgtk-3-0']);
  });

  it('include a program only where none of its names is present', () => {
    expect(missingProgramPackages(testPrograms, () => false)).toEqual(['xvfb', 'chromium']);
    expect(missingProgramPackages(testPrograms, (name) => name === 'google-chrome')).toEqual([
      'xvfb',
    ]);
    expect(missingProgramPackages(databasePrograms, () => false)).toEqual(['postgresql']);
  });
});
