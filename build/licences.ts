import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { join } from 'node:path';
import { init, type ModuleInfos } from 'license-checker-rseidelsohn';
import { isAllowed, mayBuild, mayShip, packageOf } from './licence-rules.ts';
import { repositoryFolder } from './places.ts';
import { runCommand, Stop } from './stop.ts';

// `npm run licences:check`: every package we ship, and every tool we build with, is under a
// licence that allows it beside the EUPL-1.2.
await runCommand(async () => {
  const modules = await readModules();
  const shipped = shippedPackages();
  const refused = Object.entries(modules).flatMap(([id, { licenses }]) => {
    const name = id.slice(0, id.lastIndexOf('@'));
    const licence = Array.isArray(licenses) ? licenses.join(' OR ') : (licenses ?? 'none');
    const allowed = shipped.has(name) ? mayShip : [...mayShip, ...mayBuild];
    if (isAllowed(licence, allowed)) return [];
    return [`${id} (${shipped.has(name) ? 'shipped' : 'tool'}): ${licence}`];
  });
  if (refused.length > 0) throw new Stop(`Licences not allowed:\n  ${refused.join('\n  ')}`);
  process.stdout.write(
    `${Object.keys(modules).length} packages, ${shipped.size} of them shipped: all licences allowed.\n`,
  );
  return 0;
});

function readModules(): Promise<ModuleInfos> {
  return new Promise((resolve, reject) => {
    init({ start: repositoryFolder, excludePrivatePackages: true }, (error, modules) => {
      if (error) reject(error);
      else resolve(modules);
    });
  });
}

/** What the product's source imports, and all that those packages depend on. */
function shippedPackages(): ReadonlySet<string> {
  const shipped = new Set<string>();
  const add = (name: string, from: string): void => {
    // Electron brings its own licence texts with it.
    if (name === 'electron' || shipped.has(name)) return;
    const manifest = findManifest(name, from);
    if (manifest === undefined) return;
    shipped.add(name);
    for (const dependency of Object.keys(manifest.dependencies)) add(dependency, manifest.file);
  };
  for (const folder of ['electron', 'renderer']) {
    for (const name of importedPackages(join(repositoryFolder, folder))) {
      add(name, join(repositoryFolder, 'package.json'));
    }
  }
  return shipped;
}

function importedPackages(folder: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(tsx?|css)$/.test(entry.name)) continue;
    const source = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    for (const [, specifier = ''] of source.matchAll(
      /(?:from|import|import\(|load\(|require\()\s*'([^'.][^']*)'/g,
    )) {
      const name = packageOf(specifier);
      if (!builtinModules.includes(name) && !name.startsWith('node:')) names.add(name);
    }
  }
  return names;
}

type Manifest = { readonly file: string; readonly dependencies: Record<string, string> };

function findManifest(name: string, from: string): Manifest | undefined {
  for (const folder of createRequire(from).resolve.paths(name) ?? []) {
    const file = join(folder, name, 'package.json');
    try {
      const { dependencies = {} } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Manifest>;
      return { file, dependencies };
    } catch {
      // Not in this node_modules: look in the next one up.
    }
  }
  return undefined;
}
