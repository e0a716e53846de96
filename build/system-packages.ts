import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture, findProgram, runVisibly } from './child.ts';
import { say, step } from './progress.ts';
import { Stop } from './stop.ts';

/**
 * Debian's packages with the shared libraries Electron is linked to. Each may have alternatives:
 * Debian 13 renamed those whose interface changed with 64-bit time.
 */
export const electronPackages: readonly (readonly string[])[] = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  ['libcups2t64', 'libcups2'],
  ['libx11-xcb1'],
  ['libgl1'],
  ['libegl1'],
];

/**
 * Libraries that Electron loads only when it opens its first window, so that `ldd` cannot name
 * them. Without the first it dies there without a word, without the others it draws slowly.
 */
const librariesLoadedLater = ['libX11-xcb.so.1', 'libGL.so.1', 'libEGL.so.1'];

/** A program that a command needs, and the Debian package that brings it. */
export type NeededProgram = { readonly names: readonly string[]; readonly package: string };

/** What the tests need besides Electron: a display of their own and a browser. */
export const testPrograms: readonly NeededProgram[] = [
  { names: ['Xvfb'], package: 'xvfb' },
  { names: ['chromium', 'chromium-browser', 'google-chrome'], package: 'chromium' },
];

/** What the tests of the store need. */
export const databasePrograms: readonly NeededProgram[] = [
  { names: ['initdb'], package: 'postgresql' },
];

/** What the tests of durability need: a witness of every sync. */
export const tracingPrograms: readonly NeededProgram[] = [{ names: ['strace'], package: 'strace' }];

/** What packaging needs: electron-builder's archiver and Debian's own package builder. */
export const packagingPrograms: readonly NeededProgram[] = [
  { names: ['7za'], package: 'p7zip-full' },
  { names: ['dpkg-deb'], package: 'dpkg' },
];

/** Names of the shared libraries that `ldd` could not find. */
export function missingLibraries(lddOutput: string): readonly string[] {
  const names = lddOutput.split('\n').flatMap((line) => {
    const [name, result] = line.split('=>');
    return name !== undefined && result?.trim() === 'not found' ? [name.trim()] : [];
  });
  return [...new Set(names)];
}

/** Of some libraries those that the dynamic linker's list (`ldconfig -p`) does not have. */
export function unknownToLinker(ldconfigOutput: string, names: readonly string[]): string[] {
  const known = new Set(ldconfigOutput.split('\n').map((line) => line.trim().split(' ')[0]));
  return names.filter((name) => !known.has(name));
}

/** The packages whose programs are not on this computer. */
export function missingProgramPackages(
  programs: readonly NeededProgram[],
  isPresent: (name: string) => boolean,
): readonly string[] {
  return programs
    .filter((program) => !program.names.some(isPresent))
    .map((program) => program.package);
}

/** Of each group of alternatives the first that this release of Debian has, else the last. */
export function choosePackages(
  groups: readonly (readonly string[])[],
  isKnown: (name: string) => boolean,
): readonly string[] {
  return groups.flatMap((group) => group.find(isKnown) ?? group.at(-1) ?? []);
}

/** Sees to the shared libraries of an Electron executable; see {@link ensurePackages}. */
export async function ensureLibraries(executable: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const ldconfig = findProgram('ldconfig') ?? 'ldconfig';
  const missing = (): readonly string[] => [
    ...missingLibraries(capture('ldd', [executable]).stdout),
    ...unknownToLinker(capture(ldconfig, ['-p']).stdout, librariesLoadedLater),
  ];
  const before = missing();
  if (before.length === 0) return;
  say(`Electron lacks ${before.length} system libraries, such as ${before[0]}.`);
  await ensurePackages(electronPackages);
  const after = missing();
  if (after.length === 0) return;
  throw new Stop(
    `Electron still lacks the system libraries ${after.join(', ')}: install the packages that carry them.`,
  );
}

/** Sees to programs; see {@link ensurePackages}. */
export async function ensurePrograms(programs: readonly NeededProgram[]): Promise<void> {
  if (process.platform !== 'linux') return;
  const isPresent = (name: string): boolean => findProgram(name) !== undefined;
  const packages = missingProgramPackages(programs, isPresent);
  if (packages.length > 0) await ensurePackages(packages.map((name) => [name]));
}

/** Installs packages where the caller may (root on Debian), otherwise stops with the command. */
async function ensurePackages(groups: readonly (readonly string[])[]): Promise<void> {
  const isDebian = existsSync('/etc/debian_version') && findProgram('apt-get') !== undefined;
  if (!isDebian) {
    const names = groups.map((group) => group.at(-1)).join(', ');
    throw new Stop(`Install the equivalents of the Debian packages ${names}, then try again.`);
  }
  if (process.getuid?.() !== 0) {
    const names = choosePackages(groups, isKnownToApt).join(' ');
    throw new Stop(
      `Some system packages are missing; install them with\n  sudo apt-get update && sudo apt-get install --no-install-recommends ${names}\nand try again.`,
    );
  }
  await step('Reading the list of system packages', () => aptGet(['update']));
  const names = choosePackages(groups, isKnownToApt);
  if (names.includes('postgresql')) startNoDatabaseServer();
  await step(`Installing ${names.join(' ')}`, () =>
    aptGet(['install', '--yes', '--no-install-recommends', ...names]),
  );
}

/** The package would create a database of its own and start it; the tests bring theirs up. */
function startNoDatabaseServer(): void {
  const folder = '/etc/postgresql-common/createcluster.d';
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'sportello-tests.conf'), 'create_main_cluster = false\n');
}

function isKnownToApt(name: string): boolean {
  return /Candidate: (?!\(none\))/.test(capture('apt-cache', ['policy', name]).stdout);
}

async function aptGet(args: readonly string[]): Promise<void> {
  const exitCode = await runVisibly(
    'apt-get',
    // Another package manager may be at work, such as the automatic security updates.
    ['-q', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Dpkg::Use-Pty=0', ...args],
    { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' } },
  );
  if (exitCode !== 0)
    throw new Stop(`apt-get ${args.join(' ')} ended with ${exitCode}; see above.`);
}
