import { join } from 'node:path';
import { buildParts, serverParts } from './build-parts.ts';
import { runInForeground } from './child.ts';
import { distFolder } from './places.ts';
import { runCommand } from './stop.ts';

// `npm run office -- export|import …`: moves an office between databases, under plain Node.
await runCommand(async () => {
  await buildParts(serverParts);
  const program = join(distFolder, 'office', 'office.cjs');
  return runInForeground(process.execPath, [program, ...process.argv.slice(2)], process.env);
});
