import { Stop } from '../stop.ts';
import type { RuntimeSource } from './resolve.ts';
import { readRuntime } from './runtime.ts';

/** The folder with an unpacked Electron that the environment names, as the npm package has it. */
export function overrideSource(folder: string | undefined): RuntimeSource {
  return {
    find() {
      if (folder === undefined || folder === '') return undefined;
      const runtime = readRuntime(folder, 'override');
      if (runtime !== undefined) return runtime;
      throw new Stop(
        `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, which holds no unpacked Electron (files "electron" and "version"): correct it or unset it.`,
      );
    },
    obtain: async () => undefined,
  };
}
