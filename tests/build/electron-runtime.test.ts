import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { overrideSource } from '../../build/electron-runtime/override.ts';
import { type RuntimeSource, resolveRuntime } from '../../build/electron-runtime/resolve.ts';
import {
  executableName,
  type Runtime,
  type RuntimeOrigin,
  readRuntime,
  substituteMark,
} from '../../build/electron-runtime/runtime.ts';

const folder = mkdtempSync(join(tmpdir(), 'sportello-runtime-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let asked: string[] = [];
beforeEach(() => {
  asked = [];
});

function runtime(origin: RuntimeOrigin): Runtime {
  return { origin, folder: `/runtimes/${origin}`, executable: '', electronVersion: '45.4.1' };
}

function source(origin: RuntimeOrigin, has: 'ready' | 'fetchable' | 'nothing'): RuntimeSource {
  return {
    find: () => (has === 'ready' ? runtime(origin) : undefined),
    obtain: async () => {
      asked.push(origin);
      return has === 'fetchable' ? runtime(origin) : undefined;
    },
  };
}

describe('the choice of an Electron runtime', () => {
  it('prefers the folder that the environment names', async () => {
    const sources = {
      override: source('override', 'ready'),
      official: source('official', 'ready'),
      substitute: source('substitute', 'ready'),
    };
    expect((await resolveRuntime(sources, 'development')).origin).toBe('override');
  });

  it('downloads the official release before it turns to the substitute', async () => {
    const sources = {
      override: source('override', 'nothing'),
      official: source('official', 'fetchable'),
      substitute: source('substitute', 'fetchable'),
    };
    expect((await resolveRuntime(sources, 'development')).origin).toBe('official');
  });

  it('takes the substitute where the release site is out of reach', async () => {
    const sources = {
      override: source('override', 'nothing'),
      official: source('official', 'nothing'),
      substitute: source('substitute', 'fetchable'),
    };
    expect((await resolveRuntime(sources, 'development')).origin).toBe('substitute');
  });

  it('asks nobody when a runtime is on the computer already', async () => {
    const sources = {
      override: source('override', 'nothing'),
      official: source('official', 'fetchable'),
      substitute: source('substitute', 'ready'),
    };
    expect((await resolveRuntime(sources, 'development')).origin).toBe('substitute');
    expect(asked).toEqual([]);
  });

  it('never puts the substitute into a release', async () => {
    const sources = {
      override: source('override', 'nothing'),
      official: source('official', 'nothing'),
      substitute: source('substitute', 'ready'),
    };
    await expect(resolveRuntime(sources, 'release')).rejects.toThrow(/official Electron/);
    expect(asked).not.toContain('substitute');
  });

  it('recognises the substitute even when the environment names its folder', async () => {
    const named = join(folder, 'named');
    unpackInto(named);
    writeFileSync(join(named, substituteMark), '');
    const sources = {
      override: overrideSource(named),
      official: source('official', 'nothing'),
      substitute: source('substitute', 'nothing'),
    };
    await expect(resolveRuntime(sources, 'release')).rejects.toThrow(/needs the official one/);
  });

  it('refuses a named folder without an Electron, with the folder in the sentence', () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    expect(() => overrideSource(empty).find()).toThrow(
      new RegExp(`names ${empty}, which holds no`),
    );
  });

  it('reads the version of an unpacked Electron', () => {
    const unpacked = join(folder, 'unpacked');
    unpackInto(unpacked);
    expect(readRuntime(unpacked, 'official')?.electronVersion).toBe('45.4.1');
  });
});

function unpackInto(target: string): void {
  const executable = join(target, executableName(process.platform));
  mkdirSync(join(executable, '..'), { recursive: true });
  writeFileSync(executable, '');
  writeFileSync(join(target, 'version'), 'v45.4.1\n');
}
