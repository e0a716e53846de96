import { join } from 'node:path';
import { defineConfig } from 'playwright/test';
import { repositoryFolder } from './places.ts';
import windows from './playwright.config.ts';

// The packages instead of the build: the same rules, another folder.
export default defineConfig(windows, {
  testDir: join(repositoryFolder, 'tests', 'package'),
  outputDir: join(repositoryFolder, 'test-results', 'package'),
});
