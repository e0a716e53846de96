import { join } from 'node:path';
import { type FuseConfig, FuseV1Options, FuseVersion } from '@electron/fuses';
import type { AfterPackContext, Configuration } from 'electron-builder';
import type { Runtime } from './electron-runtime/runtime.ts';
import { repositoryFolder } from './places.ts';

const iconsFolder = join(repositoryFolder, 'build', 'icons');

/**
 * Every fuse of Electron, each decided. A fuse that a later Electron adds stops the build until
 * it is decided here too.
 */
const fuses = {
  // The binary must not be usable as a Node that runs any script.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  // No debugger on a kiosk, whatever arguments it is started with.
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // Effective on Windows and macOS; on Linux the files belong to root.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // Pages come from app://, so file:// needs no privileges.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
};

/** The fuses of a package; the substitute is older and lacks the last of them. */
export function fusesFor(origin: Runtime['origin']): FuseConfig {
  if (origin !== 'substitute') {
    return { version: FuseVersion.V1, strictlyRequireAllFuses: true, ...fuses };
  }
  const { [FuseV1Options.WasmTrapHandlers]: _absent, ...older } = fuses;
  return { version: FuseVersion.V1, ...older };
}

/** Artifacts made from the substitute say so in their names. */
export function artifactSuffix(origin: Runtime['origin']): string {
  return origin === 'substitute' ? '-NOT-FOR-RELEASE' : '';
}

/** What electron-builder is told. Folders are absolute. */
export function builderConfiguration(
  runtime: Runtime,
  electronDist: string,
  appFolder: string,
  outputFolder: string,
): Configuration {
  return {
    appId: 'it.sportello.Sportello',
    productName: 'Sportello',
    copyright: 'EUPL-1.2',
    directories: {
      app: appFolder,
      output: outputFolder,
      buildResources: iconsFolder,
    },
    electronVersion: runtime.electronVersion,
    electronDist,
    asar: true,
    // A shared library cannot be loaded from inside an archive, and plain Node, which runs
    // office.cjs, cannot read one.
    asarUnpack: ['**/*.node', 'office/*.cjs'],
    // Packages are for distributions with glibc.
    files: [
      ...['**/*', '!**/*.map', '!.stamps', '!.lock', '!**/*.musl.node'],
      // Of the native engine's loader, what runs when it is installed.
      '!node_modules/node-gyp-build/{bin,build-test,optional}.js',
    ],
    npmRebuild: false,
    publish: null,
    artifactName: `sportello-\${version}${artifactSuffix(runtime.origin)}-\${os}-\${arch}.\${ext}`,
    afterPack: async (context: AfterPackContext) => {
      await context.packager.addElectronFuses(context, fusesFor(runtime.origin));
    },
    linux: { executableName: 'sportello', category: 'Office', target: ['tar.gz'] },
    win: {
      target: [{ target: 'nsis', arch: ['x64'] }],
      icon: join(iconsFolder, 'sportello.ico'),
      // Only the installer asks for an administrator; the program never needs one.
      requestedExecutionLevel: 'asInvoker',
    },
    nsis: {
      oneClick: false,
      perMachine: true,
      allowElevation: true,
      allowToChangeInstallationDirectory: true,
      // An uninstallation, such as the first half of an update gone wrong, must not take the
      // office's data with it.
      deleteAppDataOnUninstall: false,
      // A computer's role is configured before its first start.
      runAfterFinish: false,
      installerLanguages: ['it_IT', 'en_US'],
      // Windows' number for Italian (Italy), for what the installer says before it knows better.
      language: '1040',
      // There are no updates over the network yet.
      differentialPackage: false,
    },
  };
}
