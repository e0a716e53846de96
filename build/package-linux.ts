import { parseArgs } from 'node:util';
import { obtainRuntime } from './electron-runtime/obtain.ts';
import { packageForLinux } from './packaging/linux.ts';
import { releaseFolder } from './packaging/pack.ts';
import { say } from './progress.ts';
import { runCommand } from './stop.ts';

// `npm run package:linux -- [--release]`: a portable archive and a deb in release/. With
// --release only the official Electron is accepted.
await runCommand(async () => {
  const { values } = parseArgs({ options: { release: { type: 'boolean' } } });
  const runtime = await obtainRuntime(values.release === true ? 'release' : 'development');
  await packageForLinux(runtime, releaseFolder);
  say(`The packages are in ${releaseFolder}.`);
  return 0;
});
