import { join } from 'node:path';
import { artifactSuffix } from '../electron-builder.ts';
import type { Runtime } from '../electron-runtime/runtime.ts';
import { step } from '../progress.ts';
import { ensurePrograms, packagingPrograms } from '../system-packages.ts';
import { buildDeb } from './deb.ts';
import { pack } from './pack.ts';

/** What was made for Linux x64; all are absolute paths. */
export type LinuxPackages = {
  /** The program as it lies unpacked in both packages. */
  readonly unpackedFolder: string;
  /** To be unpacked anywhere and started, without installation. */
  readonly portableArchive: string;
  readonly deb: string;
};

/** Makes the portable archive and the deb. */
export async function packageForLinux(
  runtime: Runtime,
  outputFolder: string,
): Promise<LinuxPackages> {
  await ensurePrograms(packagingPrograms);
  const version = await pack(runtime, outputFolder, ({ Platform, Arch }) =>
    Platform.LINUX.createTarget('tar.gz', Arch.x64),
  );
  const unpackedFolder = join(outputFolder, 'linux-unpacked');
  const name = `sportello-${version}${artifactSuffix(runtime.origin)}-linux-x64`;
  const deb = join(outputFolder, `${name}.deb`);
  await step('Building the deb', () =>
    buildDeb(unpackedFolder, deb, version, runtime.origin === 'substitute'),
  );
  return { unpackedFolder, portableArchive: join(outputFolder, `${name}.tar.gz`), deb };
}
