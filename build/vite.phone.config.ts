import { join } from 'node:path';
import type { UserConfig } from 'vite';
import { distFolder, repositoryFolder } from './places.ts';

const pageFolder = join(repositoryFolder, 'renderer', 'phone');

/** The page that follows the queue on a phone: apart from the others, for other browsers. */
const config: UserConfig = {
  root: pageFolder,
  logLevel: 'warn',
  publicDir: false,
  // Where the listener for phones answers; it puts the reverse proxy's own path before it.
  base: '/t/',
  build: {
    outDir: join(distFolder, 'phone'),
    emptyOutDir: true,
    // Phones of 2021 and what their makers left on them: Android's Chrome, and Safari of iOS 15.
    target: ['es2020', 'chrome90', 'safari15'],
    // The content security policy allows scripts, styles and pictures from files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
};

export default config;
