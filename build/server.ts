import { join } from 'node:path';
import { buildParts, serverParts } from './build-parts.ts';
import { runInForeground } from './child.ts';
import { distFolder } from './places.ts';
import { runCommand } from './stop.ts';

// `npm run server -- …`: the server alone under plain Node, as the caller. Its stdout carries
// nothing but its own JSON line.
await runCommand(async () => {
  await buildParts(serverParts);
  const server = join(distFolder, 'server', 'server.cjs');
  return runInForeground(process.execPath, [server, ...process.argv.slice(2)], process.env);
});
