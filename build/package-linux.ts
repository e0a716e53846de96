import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { allParts, buildParts } from './build-parts.ts';
import { findProgram } from './child.ts';
import { artifactSuffix, builderConfiguration } from './electron-builder.ts';
import { obtainRuntime } from './electron-runtime/obtain.ts';
import type { Runtime } from './electron-runtime/runtime.ts';
import { buildDeb } from './packaging/deb.ts';
import { distFolder, repositoryFolder } from './places.ts';
import { say, step } from './progress.ts';
import { runCommand } from './stop.ts';
import { ensurePrograms, packagingPrograms } from './system-packages.ts';

const releaseFolder = join(repositoryFolder, 'release');

// `npm run package:linux -- [--release]`: a portable archive and a deb in release/. With
// --release only the official Electron is accepted.
await runCommand(async () => {
  const { values } = parseArgs({ options: { release: { type: 'boolean' } } });
  await ensurePrograms(packagingPrograms);
  const runtime = await obtainRuntime(values.release === true ? 'release' : 'development');
  await buildParts(allParts);
  const workFolder = join(releaseFolder, '.work');
  rmSync(workFolder, { recursive: true, force: true });
  const app = join(workFolder, 'app');
  const electron = join(workFolder, 'electron');
  prepareApp(app, runtime);
  prepareElectron(electron, runtime);
  await step('Packing the program', () => pack(runtime, electron, app));
  const { version } = readManifest(app);
  const isSubstitute = runtime.origin === 'substitute';
  const deb = `sportello-${version}${artifactSuffix(runtime.origin)}-linux-x64.deb`;
  await step('Building the deb', () =>
    buildDeb(
      join(releaseFolder, 'linux-unpacked'),
      join(releaseFolder, deb),
      version,
      isSubstitute,
    ),
  );
  for (const leftover of [workFolder, join(releaseFolder, 'builder-debug.yml')]) {
    rmSync(leftover, { recursive: true, force: true });
  }
  say(`The packages are in ${releaseFolder}.`);
  return 0;
});

type AppManifest = { version: string; dependencies?: Record<string, string> };

function readManifest(app: string): AppManifest {
  return JSON.parse(readFileSync(join(app, 'package.json'), 'utf8')) as AppManifest;
}

/**
 * A copy of dist/. The official Electron has `node:sqlite`, so the native engine stays out; the
 * substitute needs it, and electron-builder packs only what the manifest names.
 */
function prepareApp(app: string, runtime: Runtime): void {
  cpSync(distFolder, app, { recursive: true });
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

async function pack(runtime: Runtime, electron: string, app: string): Promise<void> {
  // Its own archiver is downloaded from a site that many networks do not reach; Debian's serves.
  const archiver = findProgram('7za');
  if (archiver !== undefined) process.env['ELECTRON_BUILDER_7ZIP_PATH'] ??= archiver;
  // The highest level, which is the default, takes three minutes to save one megabyte in a hundred.
  process.env['ELECTRON_BUILDER_COMPRESSION_LEVEL'] ??= '5';
  const { Arch, build, Platform } = await import('electron-builder');
  await build({
    projectDir: repositoryFolder,
    targets: Platform.LINUX.createTarget('tar.gz', Arch.x64),
    config: builderConfiguration(runtime, electron, app, releaseFolder),
    publish: 'never',
  });
}
