import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { runVisibly } from '../child.ts';
import { repositoryFolder } from '../places.ts';
import { Stop } from '../stop.ts';
import { electronPackages } from '../system-packages.ts';

/** Any of the alternatives: the package is for Debian 12 and for 13. */
const dependencies = electronPackages.map((alternatives) => alternatives.join(' | '));

/** The control file of the package (Debian Policy §5.3; its size in KiB, §5.6.20). */
export function controlFile(
  version: string,
  notForRelease: boolean,
  installedBytes: number,
): string {
  const warning = notForRelease ? ' (NOT FOR RELEASE: built on a substitute Electron)' : '';
  return [
    'Package: sportello',
    `Version: ${version}${notForRelease ? '~not.for.release' : ''}`,
    'Architecture: amd64',
    `Installed-Size: ${Math.ceil(installedBytes / 1024)}`,
    'Section: misc',
    'Priority: optional',
    'Maintainer: The sportello project <noreply@sportello.invalid>',
    `Depends: ${dependencies.join(', ')}`,
    `Description: Queue kiosk, desk and call board of a social-service office${warning}`,
    ' Kiosk that gives numbers, desk that calls them, and board that shows them,',
    ' with the queue server that keeps them.',
    '',
  ].join('\n');
}

const desktopEntry = `[Desktop Entry]
Type=Application
Name=Sportello
Comment=Queue kiosk, desk and call board
Comment[it]=Chiosco, sportello e tabellone delle chiamate
Exec=/opt/sportello/sportello
Icon=sportello
Terminal=false
Categories=Office;
StartupWMClass=Sportello
`;

/**
 * Builds the deb with Debian's own tool: electron-builder's needs fpm, which Debian does not have.
 *
 * @param unpackedFolder the program as electron-builder leaves it in `linux-unpacked`
 */
export async function buildDeb(
  unpackedFolder: string,
  debFile: string,
  version: string,
  notForRelease: boolean,
): Promise<void> {
  const tree = `${debFile}.tree`;
  rmSync(tree, { recursive: true, force: true });
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  };
  const installedBytes = sizeInBytes(unpackedFolder);
  put('DEBIAN/control', controlFile(version, notForRelease, installedBytes));
  put('usr/share/applications/sportello.desktop', desktopEntry);
  mkdirSync(join(tree, 'opt'), { recursive: true });
  cpSync(unpackedFolder, join(tree, 'opt/sportello'), { recursive: true, verbatimSymlinks: true });
  const copies = [
    ['build/icons/sportello.svg', 'usr/share/icons/hicolor/scalable/apps/sportello.svg'],
    ['LICENSE', 'usr/share/doc/sportello/copyright'],
  ] as const;
  for (const [from, to] of copies) {
    mkdirSync(dirname(join(tree, to)), { recursive: true });
    cpSync(join(repositoryFolder, from), join(tree, to));
  }
  mkdirSync(join(tree, 'usr/bin'), { recursive: true });
  symlinkSync('../../opt/sportello/sportello', join(tree, 'usr/bin/sportello'));
  const modes = await runVisibly('chmod', ['-R', 'u=rwX,go=rX', tree]);
  // The set-user-ID bit lets the sandbox work where the kernel restricts user namespaces.
  chmodSync(join(tree, 'opt/sportello/chrome-sandbox'), 0o4755);
  // Zstandard, which Debian 12 and Ubuntu 22.04 read, packs 250 MB in seconds; xz takes minutes.
  const exitCode = await runVisibly('dpkg-deb', [
    ...['--root-owner-group', '-Zzstd', '--build', tree, debFile],
  ]);
  rmSync(tree, { recursive: true, force: true });
  if (modes !== 0 || exitCode !== 0) throw new Stop(`dpkg-deb could not build ${debFile}.`);
}

function sizeInBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
