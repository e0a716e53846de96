import { FuseV1Options } from '@electron/fuses';
import { describe, expect, it } from 'vitest';
import { artifactSuffix, fusesFor } from '../../build/electron-builder.ts';
import { controlFile } from '../../build/packaging/deb.ts';

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
    expect(controlFile('0.1.0', true)).toContain('NOT FOR RELEASE');
    expect(controlFile('0.1.0', false)).not.toContain('RELEASE');
  });

  it('can be installed on Debian 12 and on 13', () => {
    expect(controlFile('0.1.0', false)).toContain('libgtk-3-0t64 | libgtk-3-0');
  });
});
