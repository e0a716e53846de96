import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { buildId, digestSources, readStamp, writeStamp } from './build-stamp.ts';
import { copyContent } from './content-part.ts';
import { withLock } from './lock.ts';
import { distFolder, repositoryFolder } from './places.ts';
import { step } from './progress.ts';

/** One folder of dist/, rebuilt when one of its sources changed. */
type Part = {
  readonly name: string;
  /** Folder below dist/. */
  readonly folder: string;
  /** Files and folders, from the repository's root, whose change makes it stale. */
  readonly sources: readonly string[];
  /** Writes the part into `target`, which does not exist yet. */
  readonly make: (target: string) => Promise<void>;
};

const tools = [
  ...['build/build-parts.ts', 'build/vite.node.ts', 'build/places.ts'],
  ...['package.json', 'package-lock.json'],
];

function bundle(name: string, folder: string, sources: readonly string[]): Part {
  const configuration = `./vite.${name}.config.ts`;
  return {
    name,
    folder,
    sources: [...sources, `build/vite.${name}.config.ts`, ...tools],
    async make(target) {
      // Loaded only when there is something to build: a start that builds nothing stays quick.
      const vite = await import('vite');
      const { default: wanted } = await import(configuration);
      for (const config of [wanted].flat()) {
        await vite.build({
          ...config,
          configFile: false,
          build: { ...config.build, outDir: target },
        });
      }
    },
  };
}

const parts = {
  content: {
    name: 'content',
    folder: 'content',
    // Checked anew when what is asked of it changes.
    sources: [
      'content',
      'electron/content',
      'electron/contract',
      'build/content-part.ts',
      ...tools,
    ],
    make: (target) => copyContent(join(repositoryFolder, 'content'), target),
  },
  engine: {
    name: 'SQLite engine',
    folder: 'node_modules',
    sources: tools,
    make: async (target) => copySqliteEngine(target),
  },
  server: bundle('server', 'server', ['electron']),
  office: bundle('office', 'office', ['electron']),
  renderer: bundle('renderer', 'renderer', ['renderer', 'electron', 'content']),
  phone: bundle('phone', 'phone', ['renderer', 'electron/contract', 'electron/queue']),
  main: bundle('main', 'main', ['electron']),
  preload: bundle('preload', 'preload', ['electron']),
} satisfies Record<string, Part>;

/** What the server needs, including the pages it gives to browsers. */
export const serverParts: readonly Part[] = [
  ...[parts.content, parts.engine, parts.server, parts.office, parts.renderer, parts.phone],
];

/** The whole app. */
export const allParts: readonly Part[] = [...serverParts, parts.main, parts.preload];

/** Builds what is stale; costs well under a third of a second when nothing is. */
export async function buildParts(wanted: readonly Part[]): Promise<void> {
  if (wanted.every((part) => readStamp(part.folder) === digestSources(part.sources))) return;
  await withLock(join(distFolder, '.lock'), 'building', async () => {
    for (const part of wanted) {
      const digest = digestSources(part.sources);
      if (readStamp(part.folder) === digest) continue;
      await step(`Building ${part.name}`, () => buildPart(part));
      writeStamp(part.folder, digest);
    }
    writeManifest();
  });
}

async function buildPart(part: Part): Promise<void> {
  const folder = join(distFolder, part.folder);
  const partial = join(distFolder, `.partial-${part.folder}`);
  rmSync(partial, { recursive: true, force: true });
  await part.make(partial);
  rmSync(folder, { recursive: true, force: true });
  renameSync(partial, folder);
}

/**
 * The native SQLite for runtimes whose Node has no `node:sqlite`, with what it needs at run time:
 * its loader, and its binary for this platform only.
 */
function copySqliteEngine(target: string): void {
  const platform = `${process.platform}-${process.arch}`;
  const from = (path: string): string => join(repositoryFolder, 'node_modules', path);
  const engine = '@photostructure/sqlite';
  for (const path of [
    ...['package.json', 'LICENSE', 'dist/index.cjs', `prebuilds/${platform}`].map(
      (file) => `${engine}/${file}`,
    ),
    'node-gyp-build',
  ]) {
    if (!existsSync(from(path))) throw new Error(`${from(path)} is missing: run npm ci`);
    cpSync(from(path), join(target, path), { recursive: true });
  }
}

/** What Electron and electron-builder read about the app. */
function writeManifest(): void {
  const { name, version, description, license } = JSON.parse(
    readFileSync(join(repositoryFolder, 'package.json'), 'utf8'),
  ) as Record<'name' | 'version' | 'description' | 'license', string>;
  const manifest = {
    ...{ name, version, description, license, main: 'main/main.cjs' },
    // By it the program knows what it made itself from what another made (`electron/content`).
    buildId: buildId(),
  };
  mkdirSync(distFolder, { recursive: true });
  writeFileSync(join(distFolder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
