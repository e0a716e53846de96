import { cacheFolder, currentCaller } from '../places.ts';
import { say } from '../progress.ts';
import { officialSource } from './official.ts';
import { overrideSource } from './override.ts';
import { resolveRuntime } from './resolve.ts';
import { describeRuntime, type Runtime } from './runtime.ts';
import { substituteSource } from './substitute.ts';

/** Finds or fetches the Electron for this computer and says which it took. */
export async function obtainRuntime(purpose: 'development' | 'release'): Promise<Runtime> {
  const runtime = await resolveRuntime(
    {
      override: overrideSource(process.env['ELECTRON_OVERRIDE_DIST_PATH']),
      official: officialSource,
      substitute: substituteSource(cacheFolder(currentCaller())),
    },
    purpose,
  );
  say(describeRuntime(runtime));
  return runtime;
}
