import { defineConfig } from 'vitest/config';
import { repositoryFolder } from './places.ts';

/** The tests that `npm run mutation` judges: those of the queue that say what they expect. */
export default defineConfig({
  root: repositoryFolder,
  test: {
    // Stryker runs them a thousand times: no file needs a process of its own.
    isolate: false,
    include: ['tests/electron/queue/**/*.test.ts'],
    // Random days find a mutant or not by chance: the score must not depend on it.
    exclude: ['tests/electron/queue/properties.test.ts'],
  },
});
