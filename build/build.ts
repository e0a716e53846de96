import { allParts, buildParts } from './build-parts.ts';
import { say } from './progress.ts';
import { runCommand } from './stop.ts';

// `npm run build`: brings dist/ up to date.
await runCommand(async () => {
  const startedAtMs = performance.now();
  await buildParts(allParts);
  say(`dist/ is up to date (${(performance.now() - startedAtMs).toFixed(0)} ms).`);
  return 0;
});
