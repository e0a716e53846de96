import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Arch, Platform } from 'electron-builder';
import { allParts, buildParts } from '../build-parts.ts';
import { findProgram } from '../child.ts';
import { builderConfiguration } from '../electron-builder.ts';
import type { Runtime } from '../electron-runtime/runtime.ts';
import { distFolder, repositoryFolder } from '../places.ts';
import { step } from '../progress.ts';
import { makeVoices, voicesFolder } from '../voice/voices.ts';

/** Where `npm run package:…` leaves the packages; git ignores it. */
export const releaseFolder = join(repositoryFolder, 'release');

/** What electron-builder calls the targets of a platform. */
export type Targets = ReturnType<Platform['createTarget']>;

/**
 * Builds the app and has electron-builder pack it with a runtime; returns the app's version.
 *
 * @param chooseTargets given electron-builder's own names for platforms and processors
 */
export async function pack(
  runtime: Runtime,
  outputFolder: string,
  chooseTargets: (names: { Platform: typeof Platform; Arch: typeof Arch }) => Targets,
): Promise<string> {
  await buildParts(allParts);
  await makeVoices();
  const workFolder = join(outputFolder, '.work');
  const app = join(workFolder, 'app');
  const electron = join(workFolder, 'electron');
  rmSync(workFolder, { recursive: true, force: true });
  prepareApp(app, runtime);
  prepareElectron(electron, runtime);
  await step('Packing the program', async () => {
    // Its own archiver is downloaded from a site that many networks do not reach; Debian's serves.
    const archiver = findProgram('7za');
    if (archiver !== undefined) process.env['ELECTRON_BUILDER_7ZIP_PATH'] ??= archiver;
    // The highest level, which is the default, takes minutes to save one megabyte in a hundred.
    process.env['ELECTRON_BUILDER_COMPRESSION_LEVEL'] ??= '5';
    const { Arch, build, Platform } = await import('electron-builder');
    await build({
      projectDir: repositoryFolder,
      targets: chooseTargets({ Platform, Arch }),
      config: builderConfiguration(runtime, electron, app, outputFolder),
      publish: 'never',
    });
  });
  const { version } = readManifest(app);
  for (const leftover of [workFolder, join(outputFolder, 'builder-debug.yml')]) {
    rmSync(leftover, { recursive: true, force: true });
  }
  return version;
}

type AppManifest = { readonly version: string };

function readManifest(app: string): AppManifest {
  return JSON.parse(readFileSync(join(app, 'package.json'), 'utf8')) as AppManifest;
}

/**
 * A copy of dist/. The official Electron has `node:sqlite`, so the native engine stays out; the
 * substitute needs it, and electron-builder packs only what the manifest names.
 */
function prepareApp(app: string, runtime: Runtime): void {
  cpSync(distFolder, app, { recursive: true });
  cpSync(voicesFolder(), join(app, 'voices'), { recursive: true });
  if (runtime.origin !== 'substitute') {
    rmSync(join(app, 'node_modules'), { recursive: true, force: true });
    return;
  }
  const engine = join(app, 'node_modules', '@photostructure', 'sqlite', 'package.json');
  const { version } = JSON.parse(readFileSync(engine, 'utf8')) as { version: string };
  const manifest = { ...readManifest(app), dependencies: { '@photostructure/sqlite': version } };
  writeFileSync(join(app, 'package.json'), JSON.stringify(manifest, null, 2));
}

/** The runtime without what makes it run any app folder in development. */
function prepareElectron(folder: string, runtime: Runtime): void {
  mkdirSync(folder, { recursive: true });
  cpSync(runtime.folder, folder, { recursive: true, verbatimSymlinks: true });
  rmSync(join(folder, 'resources', 'app'), { recursive: true, force: true });
}
