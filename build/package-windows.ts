import { obtainRuntime } from './electron-runtime/obtain.ts';
import { pack, releaseFolder } from './packaging/pack.ts';
import { say } from './progress.ts';
import { runCommand, Stop } from './stop.ts';

// `npm run package:windows`: the installer for Windows x64 in release/. It is made on Windows,
// with the official Electron of that system.
await runCommand(async () => {
  if (process.platform !== 'win32') {
    throw new Stop('The installer for Windows is made on Windows: run this command there.');
  }
  const runtime = await obtainRuntime('release');
  await pack(runtime, releaseFolder, ({ Platform, Arch }) =>
    Platform.WINDOWS.createTarget('nsis', Arch.x64),
  );
  say(`The installer is in ${releaseFolder}.`);
  return 0;
});
