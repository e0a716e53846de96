import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';
import { distFolder, repositoryFolder } from './places.ts';

const rendererFolder = join(repositoryFolder, 'renderer');

/** Every folder of renderer/ with an index.html is a page of its own; a phone's is built apart. */
const pages = readdirSync(rendererFolder)
  .filter((name) => name !== 'phone')
  .map((name) => join(rendererFolder, name, 'index.html'))
  .filter((page) => existsSync(page));

/**
 * Each page is built alone, so that it has its own code and nothing else: what only a desk needs
 * would keep a kiosk's first screen waiting.
 */
function pageConfig(page: string): UserConfig {
  return {
    root: rendererFolder,
    logLevel: 'warn',
    publicDir: false,
    // Relative addresses work both under app:// and below the server's paths.
    base: './',
    plugins: [react()],
    build: {
      outDir: join(distFolder, 'renderer'),
      // The pages lie side by side.
      emptyOutDir: false,
      // The oldest engines: Electron 33's Chromium, and Firefox ESR on an office PC.
      target: ['es2023', 'chrome130', 'firefox128'],
      // The content security policy allows scripts, fonts and pictures from files only.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: true,
      // Pages lie on the same computer or network: one larger file costs nothing.
      chunkSizeWarningLimit: 4096,
      rolldownOptions: {
        input: page,
        // Electron asks the main process for each file, and a page waits for its last one.
        output: {
          codeSplitting: {
            groups: [
              // Apart, for the kiosk asks for them after its first screen, or for its notices only.
              { name: 'world-fonts', test: /noto-sans|ui\/world-fonts\.css/, priority: 1 },
              {
                name: 'official-texts',
                test: /\/marked\/|(?:notice|markdown)-paragraphs/,
                priority: 1,
              },
              { name: 'shared', minShareCount: 2 },
            ],
          },
        },
      },
    },
  };
}

export default pages.map(pageConfig);
