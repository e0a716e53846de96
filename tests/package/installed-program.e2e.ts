import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from 'playwright/test';
import { Citizen } from '../office/citizen.ts';
import { KIOSK_PAGE } from '../office/electron-app.ts';
import { textsIn } from '../support/texts.ts';
import { filesInAsar } from './support/asar.ts';
import {
  type Installation,
  installDeb,
  installedVersion,
  listDeb,
  mayInstallDeb,
  unpackArchive,
} from './support/installation.ts';
import { startProgram } from './support/start-program.ts';

const how = mayInstallDeb
  ? 'installed with apt'
  : 'unpacked from the portable archive, for only root on a Debian without it may install the deb';

test.describe(`the program ${how}`, () => {
  let installation: Installation;

  test.beforeAll(() => {
    installation = mayInstallDeb ? installDeb() : unpackArchive();
  });
  test.afterAll(() => installation.remove());

  test('starts in the sandbox as an ordinary account and gives a number', async () => {
    const { executable, programFolder } = installation;
    const program = await startProgram(executable, programFolder);
    let exitCode: number | null = null;
    try {
      const kiosk = new Citizen(await program.page(KIOSK_PAGE), textsIn('it'));
      const processes = program.pageProcesses();
      expect(processes).not.toHaveLength(0);
      for (const { commandLine, status } of processes) {
        expect(commandLine).not.toContain('no-sandbox');
        // 2 is SECCOMP_MODE_FILTER; the first of Uid's numbers is the account, and 0 is root.
        expect(status).toMatch(/^Seccomp:\s+2$/m);
        expect(status).not.toMatch(/^Uid:\s+0\s/m);
      }
      const serverUrl = await program.serverUrl();
      await kiosk.walkToTheLastScreen('economic-support');
      await kiosk.takeNumber();
      expect(await kiosk.numberOnScreen()).toBe('C001');
      // Desks and boards in browsers get their pages out of the archive too.
      for (const path of ['/desk/', '/board/', '/content.json']) {
        expect((await fetch(new URL(path, serverUrl))).status, path).toBe(200);
      }
    } finally {
      exitCode = await program.stop();
    }
    expect(exitCode).toBe(0);
  });

  test('carries the app in one archive, without source maps or tests', () => {
    const { programFolder } = installation;
    const packed = filesInAsar(join(programFolder, 'resources', 'app.asar'));
    expect(packed).toEqual(
      expect.arrayContaining([
        ...['main/main.cjs', 'preload/bridge.cjs', 'server/server.cjs', 'package.json'],
        ...['kiosk', 'desk', 'board', 'ticket'].map((page) => `renderer/${page}/index.html`),
      ]),
    );
    const all = [...packed, ...readdirSync(programFolder, { recursive: true }).map(String)];
    const unwanted = /\.(map|tsx?)$|(^|[/.-])(tests?|e2e)([/.-]|$)|(^|\/)\.(stamps|lock)/;
    expect(all.filter((path) => unwanted.test(path))).toEqual([]);
    expect(existsSync(join(programFolder, 'resources', 'app'))).toBe(false);
    // The one program that plain Node runs.
    const unpacked = join(programFolder, 'resources', 'app.asar.unpacked');
    expect(readdirSync(join(unpacked, 'office'))).toEqual(['office.cjs']);
  });

  test('has every fuse of Electron as decided', async () => {
    const wire = await getCurrentFuseWire(join(installation.programFolder, 'sportello'));
    expect(wire.version).toBe(FuseVersion.V1);
    const found = Object.entries(wire)
      .filter(([fuse]) => fuse !== 'version')
      .map(([fuse, state]) => [FuseV1Options[Number(fuse)] ?? fuse, FuseState[Number(state)]]);
    const { WasmTrapHandlers, ...known } = Object.fromEntries(found);
    expect(known).toEqual({
      RunAsNode: 'DISABLE',
      EnableCookieEncryption: 'ENABLE',
      EnableNodeOptionsEnvironmentVariable: 'DISABLE',
      EnableNodeCliInspectArguments: 'DISABLE',
      EnableEmbeddedAsarIntegrityValidation: 'ENABLE',
      OnlyLoadAppFromAsar: 'ENABLE',
      LoadBrowserProcessSpecificV8Snapshot: 'DISABLE',
      GrantFileProtocolExtraPrivileges: 'DISABLE',
    });
    // The substitute Electron is older than this fuse.
    const isSubstitute = existsSync(join(installation.programFolder, 'NOT-FOR-RELEASE'));
    expect(WasmTrapHandlers).toBe(isSubstitute ? undefined : 'ENABLE');
  });

  test('comes in a deb with an armed sandbox helper, a menu entry and its licence', () => {
    const listing = listDeb();
    expect(listing).toMatch(/^-rwsr-xr-x root\/root .* \.\/opt\/sportello\/chrome-sandbox$/m);
    for (const path of [
      ...['opt/sportello/sportello', 'usr/share/applications/sportello.desktop'],
      ...[
        'usr/share/icons/hicolor/scalable/apps/sportello.svg',
        'usr/share/doc/sportello/copyright',
      ],
    ]) {
      expect(listing).toContain(` ./${path}\n`);
    }
  });

  if (mayInstallDeb) {
    test('is in the menu of programs, with its sandbox helper armed', () => {
      const entry = readFileSync('/usr/share/applications/sportello.desktop', 'utf8');
      const program = /^Exec=(\S+)/m.exec(entry)?.[1];
      expect(program).toBe('/opt/sportello/sportello');
      expect(existsSync('/opt/sportello/sportello')).toBe(true);
      const helper = statSync('/opt/sportello/chrome-sandbox');
      expect(helper.uid).toBe(0);
      expect((helper.mode & 0o7777).toString(8)).toBe('4755');
    });

    test('is gone once it is removed, and leaves no file of its own behind', () => {
      installation.remove();
      expect(installedVersion()).toBeUndefined();
      for (const path of [
        ...['/opt/sportello', '/usr/bin/sportello', '/usr/share/doc/sportello'],
        '/usr/share/applications/sportello.desktop',
      ]) {
        expect(existsSync(path), path).toBe(false);
      }
    });
  }
});
