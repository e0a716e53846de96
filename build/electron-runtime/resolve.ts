import { Stop } from '../stop.ts';
import type { Runtime } from './runtime.ts';

/** A place a runtime can come from. */
export type RuntimeSource = {
  /** The runtime if it is on this computer already; costs milliseconds. */
  readonly find: () => Runtime | undefined;
  /** Fetches it; undefined where this source is out of reach or does not suit this computer. */
  readonly obtain: () => Promise<Runtime | undefined>;
};

/** The sources in their order of preference. */
export type RuntimeSources = {
  readonly override: RuntimeSource;
  readonly official: RuntimeSource;
  readonly substitute: RuntimeSource;
};

/**
 * Chooses the runtime: what is on this computer already, in the order of preference, and only
 * then what must be fetched, so that a second start asks nobody. A release never takes the
 * substitute, not even one that is ready or named by the override.
 */
export async function resolveRuntime(
  sources: RuntimeSources,
  purpose: 'development' | 'release',
): Promise<Runtime> {
  const { override, official, substitute } = sources;
  const allowed = purpose === 'release' ? [override, official] : [override, official, substitute];
  for (const source of allowed) {
    const runtime = source.find();
    if (runtime !== undefined) return suited(runtime, purpose);
  }
  for (const source of allowed) {
    const runtime = await source.obtain();
    if (runtime !== undefined) return suited(runtime, purpose);
  }
  throw new Stop(
    purpose === 'release'
      ? 'A release needs the official Electron, which could not be downloaded: connect to its release site, or set ELECTRON_OVERRIDE_DIST_PATH to a folder with the unpacked official release.'
      : 'No Electron runtime could be obtained: connect to the release site of Electron, or set ELECTRON_OVERRIDE_DIST_PATH to a folder with an unpacked Electron.',
  );
}

function suited(runtime: Runtime, purpose: 'development' | 'release'): Runtime {
  if (purpose === 'release' && runtime.origin === 'substitute') {
    throw new Stop(
      `${runtime.folder} holds the substitute Electron for development and tests: a release needs the official one.`,
    );
  }
  return runtime;
}
