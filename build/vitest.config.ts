import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { repositoryFolder } from './places.ts';

export default defineConfig({
  root: repositoryFolder,
  plugins: [react()],
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    // Password hashing is slow on purpose, and two cores share everything.
    testTimeout: 20_000,
    allowOnly: false,
  },
});
