import { builtinModules } from 'node:module';
import { join } from 'node:path';
import type { UserConfig } from 'vite';
import { distFolder, repositoryFolder } from './places.ts';

/** What stays outside the bundles: Electron, Node's own modules, and the native SQLite. */
const outside = ['electron', /^electron\//, /^node:/, ...builtinModules, '@photostructure/sqlite'];

/**
 * Configuration of one bundle that runs under Node or Electron: a CommonJS file with every
 * dependency inside, as a sandboxed preload must be. What is imported while the program runs goes
 * into files of its own beside it, for it is not to hold up a start.
 *
 * @param entry source file, from the repository's root
 * @param bundle where it goes, e.g. `main/main.cjs`
 */
export function nodeBundle(entry: string, bundle: string): UserConfig {
  const [folder = '', file = ''] = bundle.split('/');
  return {
    root: repositoryFolder,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    // Otherwise Vite would put the builder's value into the product.
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      ssr: join(repositoryFolder, entry),
      outDir: join(distFolder, folder),
      emptyOutDir: true,
      // Electron 33, the older of the two runtimes, has Node 20.18.
      target: 'node20.18',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        external: outside,
        output: { format: 'cjs', entryFileNames: file, chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  };
}
