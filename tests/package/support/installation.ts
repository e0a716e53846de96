import { chmodSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { capture, findProgram } from '../../../build/child.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';

/** The program as a user has it on this computer. */
export interface Installation {
  /** Where its files lie. */
  readonly programFolder: string;
  /** What a user starts. */
  readonly executable: string;
  /** Leaves the computer as it was. */
  remove(): void;
}

const isRootOnDebian = process.getuid?.() === 0 && findProgram('apt-get') !== undefined;

/**
 * Whether the deb may be installed here: by root, on Debian, where the computer has no sportello
 * of its own. One that an interrupted test left behind is none.
 */
export const mayInstallDeb = isRootOnDebian && isAbsentOrLeftBehind(installedVersion());

/** The version that is installed as a Debian package, or undefined. */
export function installedVersion(): string | undefined {
  const { exitCode, stdout } = capture('dpkg-query', [
    ...['--show', '--showformat', `\${db:Status-Status} \${Version}`, 'sportello'],
  ]);
  const [status, version] = stdout.split(' ');
  return exitCode === 0 && status === 'installed' ? version : undefined;
}

/** Installs the deb as the manual says: `apt install ./….deb`. */
export function installDeb(): Installation {
  const deb = required('SPORTELLO_DEB');
  purge();
  apt('install', `./${basename(deb)}`, dirname(deb));
  return {
    programFolder: '/opt/sportello',
    executable: '/usr/bin/sportello',
    remove: purge,
  };
}

/** Unpacks the portable archive into a new folder that every account can read. */
export function unpackArchive(): Installation {
  const folder = temporaryFolder();
  chmodSync(folder, 0o755);
  const target = join(folder, 'sportello');
  mkdirSync(target);
  run('tar', ['-xzf', required('SPORTELLO_ARCHIVE'), '--strip-components=1', '-C', target]);
  return {
    programFolder: target,
    executable: join(target, 'sportello'),
    remove: () => removeFolder(folder),
  };
}

/** The deb's files as `ls -l` would show them, one a line. */
export function listDeb(): string {
  return run('dpkg-deb', ['--contents', required('SPORTELLO_DEB')]);
}

function isAbsentOrLeftBehind(version: string | undefined): boolean {
  return version === undefined || version.endsWith('~not.for.release');
}

function purge(): void {
  if (installedVersion() !== undefined) apt('purge', 'sportello');
}

function apt(command: 'install' | 'purge', what: string, folder = '/'): void {
  // apt-get is apt for programs. Another package manager may be at work.
  const options = ['--yes', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120'];
  run('env', [
    ...['-C', folder, 'DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C'],
    ...['apt-get', command, ...options, what],
  ]);
}

function run(program: string, args: readonly string[]): string {
  const { exitCode, stdout, stderr } = capture(program, args);
  if (exitCode === 0) return stdout;
  throw new Error(`${program} ${args.join(' ')} ended with ${exitCode}:\n${stdout}${stderr}`);
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: use "npm run package:test"`);
  return value;
}
