import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { DESK_PAGE, KIOSK_PAGE, launchApp, type RunningApp } from '../office/electron-app.ts';

/** What a page of the program finds on its window. */
type Bridge = Record<'call' | 'host', (name: string, input: unknown) => Promise<string>>;

test.describe('the kiosk window', () => {
  let running: RunningApp;
  let kiosk: Page;

  test.beforeAll(async () => {
    running = await launchApp({ role: 'all' });
    kiosk = await running.page(KIOSK_PAGE);
    await running.serverUrl();
  });
  test.afterAll(() => running.close());

  /** Asks the main process over the bridge, as whatever script runs in the page could. */
  const ask = async (method: 'call' | 'host', name: string, input: unknown) => {
    const answer = await kiosk.evaluate(
      ([how, what, given]) =>
        (window as unknown as { sportello: Bridge }).sportello[how](what, given),
      [method, name, input] as const,
    );
    return JSON.parse(answer);
  };

  /** How many times the main process has denied something of a kind. */
  const denials = (event: string) => running.log().filter((line) => line.event === event).length;

  test('its page runs in the sandbox of Chromium, without Node', async () => {
    const { preferences, pid } = await running.electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()
        .map((window) => window.webContents)
        .find((one) => one.getURL().includes('/kiosk/'));
      const preferences = (
        contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences();
      return { preferences, pid: contents?.getOSProcessId() };
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      disableDialogs: true,
    });
    // 2 is SECCOMP_MODE_FILTER: the kernel itself refuses the page's process most system calls.
    if (process.platform === 'linux') {
      expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);
    }
    const found = await kiosk.evaluate(() => ({
      require: typeof (globalThis as { require?: unknown }).require,
      process: typeof (globalThis as { process?: unknown }).process,
      module: typeof (globalThis as { module?: unknown }).module,
    }));
    expect(found).toEqual({ require: 'undefined', process: 'undefined', module: 'undefined' });
  });

  test('its page belongs to an origin of its own and cannot change its bridge', async () => {
    expect(await kiosk.evaluate(() => location.origin)).toBe('app://sportello');
    const names = await kiosk.evaluate(() => {
      const { sportello } = window as unknown as { sportello: Record<string, unknown> };
      try {
        sportello['call'] = () => 'changed';
      } catch {
        // In strict code this throws.
      }
      return { keys: Object.keys(sportello).sort(), call: String(sportello['call']) };
    });
    expect(names.keys).toEqual(['call', 'host', 'onFeed']);
    expect(names.call).not.toContain('changed');
  });

  test('its content security policy allows its own files and no network', async () => {
    const header = await running.electron.evaluate(async ({ session }) => {
      const response = await session.fromPartition('kiosk').fetch('app://sportello/kiosk/');
      return response.headers.get('content-security-policy');
    });
    expect(header).toContain("default-src 'none'");
    expect(header).toContain("connect-src 'none'");
    expect(header).toContain("require-trusted-types-for 'script'");
    const server = await running.serverUrl();
    const reached = await kiosk.evaluate(
      (addresses) =>
        Promise.all(
          addresses.map((address) =>
            fetch(address).then(
              () => true,
              () => false,
            ),
          ),
        ),
      [`${server}/api/health`, 'https://www.comune.milano.it/', kiosk.url()],
    );
    expect(reached).toEqual([false, false, false]);
  });

  test('its page can turn no text into script or markup', async () => {
    // Through Electron: what Playwright runs in a page is excused from the rule on eval.
    const tried = await running.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .map((window) => window.webContents)
        .find((one) => one.getURL().includes('/kiosk/'))
        ?.executeJavaScript(`(() => {
          const fails = (attempt) => {
            try { attempt(); return false; } catch { return true; }
          };
          return {
            eval: fails(() => eval('1')),
            innerHtml: fails(() => { document.createElement('div').innerHTML = '<b>x</b>'; }),
            policy: fails(() => trustedTypes.createPolicy('own', { createHTML: (text) => text })),
          };
        })()`),
    );
    expect(tried).toEqual({ eval: true, innerHtml: true, policy: true });
  });

  test('files outside the pages cannot be had', async () => {
    const statuses = await running.electron.evaluate(async ({ session }) => {
      const own = session.fromPartition('kiosk');
      const addresses = [
        'app://sportello/kiosk/%2e%2e/%2e%2e/package.json',
        'app://sportello/..%2fpackage.json',
        'app://sportello/main/main.cjs',
        'app://elsewhere/kiosk/',
        'app://sportello/nothing.html',
      ];
      return Promise.all(addresses.map(async (address) => (await own.fetch(address)).status));
    });
    expect(statuses).toEqual([404, 404, 404, 404, 404]);
  });

  test('the main process refuses what a kiosk may not ask', async () => {
    const forbidden = { ok: false, error: { code: 'forbidden' } };
    const commandId = '6f2c2c0e-6f0e-4a53-9a0c-2d9c3d8e9b11';
    expect(await ask('call', 'callNext', { commandId })).toEqual(forbidden);
    expect(await ask('call', 'signIn', { account: 'a', password: 'b' })).toEqual(forbidden);
    expect(await ask('call', 'noSuchOperation', {})).toEqual(forbidden);
    expect(await ask('call', 'toString', {})).toEqual(forbidden);
    expect(await ask('host', 'ticketFace', {})).toEqual(forbidden);
    expect(await ask('host', 'constructor', {})).toEqual(forbidden);
  });

  test('the main process refuses a request that breaks the contract', async () => {
    const badRequest = { ok: false, error: { code: 'badRequest' } };
    expect(await ask('call', 'issueTicket', { queue: 'everything' })).toMatchObject(badRequest);
    expect(await ask('host', 'printTicket', { code: '<script>' })).toMatchObject(badRequest);
    expect(await ask('host', 'printerState', { also: 'this' })).toMatchObject(badRequest);
    expect(await ask('host', 'printerState', null)).toMatchObject(badRequest);
  });

  test('the main process refuses a window it does not know, even on the right page', async () => {
    const answers = await running.electron.evaluate(async ({ app, BrowserWindow, session }) => {
      const own = session.fromPartition('kiosk');
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: {
          session: own,
          sandbox: true,
          preload: `${app.getAppPath()}/preload/bridge.cjs`,
        },
      });
      await stranger.loadURL('app://sportello/kiosk/');
      const answers = await stranger.webContents.executeJavaScript(
        "Promise.all([sportello.host('content', {}), sportello.call('describeOffice', {})])",
      );
      stranger.destroy();
      return answers;
    });
    const forbidden = { ok: false, error: { code: 'forbidden' } };
    expect(answers.map((answer: string) => JSON.parse(answer))).toEqual([forbidden, forbidden]);
  });

  test('every permission is denied', async () => {
    const outcome = await kiosk.evaluate(async () => {
      // What the page does not even have is refused too.
      const refused = async (attempt: () => Promise<unknown>) => {
        try {
          const given = await attempt();
          return Array.isArray(given) && given.length === 0 ? 'refused' : 'granted';
        } catch {
          return 'refused';
        }
      };
      type Chooser = { requestDevice(options: object): Promise<unknown> };
      type Devices = Record<'usb' | 'hid' | 'bluetooth', Chooser> & {
        serial: { requestPort(): Promise<unknown> };
      };
      const devices = navigator as unknown as Devices;
      const fileWindow = window as unknown as { showOpenFilePicker(): Promise<unknown> };
      return {
        camera: await refused(() => navigator.mediaDevices.getUserMedia({ video: true })),
        microphone: await refused(() => navigator.mediaDevices.getUserMedia({ audio: true })),
        screen: await refused(() => navigator.mediaDevices.getDisplayMedia({ video: true })),
        place: await refused(
          () => new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no)),
        ),
        notification: await Notification.requestPermission(),
        clipboard: await refused(() => navigator.clipboard.readText()),
        midi: await refused(() => navigator.requestMIDIAccess({ sysex: true })),
        usb: await refused(() => devices.usb.requestDevice({ filters: [] })),
        bluetooth: await refused(() => devices.bluetooth.requestDevice({ acceptAllDevices: true })),
        serial: await refused(() => devices.serial.requestPort()),
        persistence: await navigator.storage.persist(),
        files: await refused(() => fileWindow.showOpenFilePicker()),
        hid: await refused(() => devices.hid.requestDevice({ filters: [] })),
      };
    });
    // Chromium leaves the promise of this one open for ever.
    await kiosk.evaluate(() => {
      void document.documentElement.requestFullscreen();
    });
    await expect
      .poll(() => running.log().some(({ permission }) => permission === 'fullscreen'))
      .toBe(true);
    const { notification, persistence, ...refusals } = outcome;
    expect(notification).toBe('denied');
    expect(persistence).toBe(false);
    expect(new Set(Object.values(refusals))).toEqual(new Set(['refused']));
  });

  test('its page cannot be led away, open a window or hold a frame', async () => {
    const before = kiosk.url();
    const deniedBefore = denials('navigationDenied');
    const opened = await kiosk.evaluate(() => {
      const handle = window.open('https://www.comune.milano.it/');
      const link = document.createElement('a');
      link.href = 'https://www.comune.milano.it/';
      link.target = '_blank';
      document.body.append(link);
      link.click();
      link.remove();
      return handle !== null;
    });
    expect(opened).toBe(false);
    for (const address of [
      'https://www.comune.milano.it/',
      'file:///etc/passwd',
      'app://sportello/board/',
      'mailto:a@example.org',
    ]) {
      await kiosk.evaluate((target) => {
        const link = document.createElement('a');
        link.href = target;
        document.body.append(link);
        link.click();
        link.remove();
      }, address);
    }
    await expect.poll(() => denials('navigationDenied') - deniedBefore).toBeGreaterThanOrEqual(4);
    const frameLoaded = await kiosk.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = 'app://sportello/board/';
      document.body.append(frame);
      return new Promise((resolve) => {
        const look = () => {
          resolve(frame.contentDocument?.querySelector('script') != null);
          frame.remove();
        };
        frame.addEventListener('load', look);
        frame.addEventListener('error', look);
      });
    });
    expect(frameLoaded).toBe(false);
    const webviewWorks = await kiosk.evaluate(
      () => 'getWebContentsId' in document.createElement('webview'),
    );
    expect(webviewWorks).toBe(false);
    expect(kiosk.url()).toBe(before);
    expect(running.electron.windows().filter((page) => KIOSK_PAGE.test(page.url()))).toHaveLength(
      1,
    );
  });

  test('there is no menu, and developer tools cannot be opened', async () => {
    const state = await running.electron.evaluate(async ({ BrowserWindow, Menu }) => {
      const contents = BrowserWindow.getAllWindows()
        .map((window) => window.webContents)
        .find((one) => one.getURL().includes('/kiosk/'));
      let hasOpened = false;
      contents?.once('devtools-opened', () => {
        hasOpened = true;
      });
      contents?.openDevTools();
      // They open some time after they were asked for: those of a window that has them show when.
      const other = new BrowserWindow({ show: false });
      const others = new Promise((resolve) =>
        other.webContents.once('devtools-opened', () => resolve(null)),
      );
      other.webContents.openDevTools();
      await others;
      other.destroy();
      return { hasMenu: Menu.getApplicationMenu() !== null, hasOpened };
    });
    expect(state).toEqual({ hasMenu: false, hasOpened: false });
  });

  test('only the keys of a person who does not touch the screen reach the page', async () => {
    await kiosk.evaluate(() => {
      const keys: string[] = [];
      Object.assign(window, { keysSeen: keys });
      window.addEventListener('keydown', (event) => keys.push(event.key), true);
    });
    // Through Electron: keys that Playwright presses do not pass the window's own filter.
    await running.electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()
        .map((window) => window.webContents)
        .find((one) => one.getURL().includes('/kiosk/'));
      type Modifier = 'control' | 'alt' | 'shift';
      const press = (keyCode: string, ...modifiers: Modifier[]) => {
        contents?.sendInputEvent({ type: 'keyDown', keyCode, modifiers });
        contents?.sendInputEvent({ type: 'keyUp', keyCode, modifiers });
      };
      for (const key of ['F10', 'F11', 'F12', 'Home', 'Delete']) press(key);
      for (const key of ['r', 'w', 'p', 'o', 'Tab', 'F5']) press(key, 'control');
      press('F4', 'alt');
      press('I', 'control', 'shift');
      press('Left', 'alt');
      press('Tab');
      press('Tab', 'shift');
      press('Down');
    });
    const seen = () => kiosk.evaluate(() => (window as unknown as { keysSeen: string[] }).keysSeen);
    await expect.poll(async () => (await seen()).at(-1)).toBe('ArrowDown');
    const others = (await seen()).filter((key) => !['Tab', 'Shift', 'ArrowDown'].includes(key));
    expect(others).toEqual([]);
  });

  test('nothing can be downloaded', async () => {
    const outcome = await running.electron.evaluate(({ BrowserWindow, session }) => {
      const [window] = BrowserWindow.getAllWindows().filter((one) =>
        one.webContents.getURL().includes('/kiosk/'),
      );
      return new Promise((resolve) => {
        session
          .fromPartition('kiosk')
          .once('will-download', (event) => resolve(event.defaultPrevented));
        window?.webContents.downloadURL('app://sportello/kiosk/index.html');
      });
    });
    expect(outcome).toBe(true);
    expect(denials('downloadDenied')).toBeGreaterThan(0);
  });

  test('the page cannot be made larger or smaller', async () => {
    await kiosk.keyboard.down('Control');
    await kiosk.mouse.wheel(0, -600);
    await kiosk.keyboard.up('Control');
    await kiosk.keyboard.press('Control+Equal');
    const scale = await kiosk.evaluate(() => visualViewport?.scale);
    const factor = await running.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .map((window) => window.webContents)
        .find((one) => one.getURL().includes('/kiosk/'))
        ?.getZoomFactor(),
    );
    expect({ scale, factor }).toEqual({ scale: 1, factor: 1 });
  });
});

test('a kiosk that fills the screen cannot be closed, and comes back when its page dies', async () => {
  const running = await launchApp({ role: 'kiosk', display: 'fullscreen' });
  try {
    const kiosk = await running.page(KIOSK_PAGE);
    await running.electron.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.close();
    });
    expect(await kiosk.evaluate(() => document.title)).toBeDefined();
    await running.electron.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (window === undefined) throw new Error('the window was closed');
      const back = new Promise((resolve) =>
        window.webContents.once('did-finish-load', () => resolve(null)),
      );
      window.webContents.forcefullyCrashRenderer();
      await back;
    });
    expect(running.log().some(({ event }) => event === 'pageGone')).toBe(true);
  } finally {
    await running.close();
  }
});

test('the desk window shows the server’s page without a bridge and cannot leave it', async () => {
  const server = await startRedirectingServer();
  const { port } = server.address() as AddressInfo;
  const running = await launchApp({ role: 'desk', port });
  try {
    const desk = await running.page(DESK_PAGE);
    expect(await desk.evaluate(() => typeof (window as { sportello?: unknown }).sportello)).toBe(
      'undefined',
    );
    const denials = () => running.log().filter(({ event }) => event === 'navigationDenied').length;
    for (const target of ['/desk/away', '/elsewhere', 'app://sportello/kiosk/']) {
      const before = denials();
      await desk.evaluate((address) => {
        location.href = address;
      }, target);
      await expect.poll(denials, target).toBeGreaterThan(before);
    }
    expect(running.log().map(({ kind }) => kind)).toContain('redirect');
    expect(await desk.evaluate(() => document.body.textContent)).toContain('desk');
    expect(desk.url()).toBe(`http://127.0.0.1:${port}/desk/`);
  } finally {
    await running.close();
    server.closeAllConnections();
    server.close();
  }
});

test('a wrong option ends the start with one sentence and no window', async () => {
  const running = await launchApp({ role: 'all' });
  const { dataFolder } = running;
  await expect(
    launchApp({ role: 'all', dataFolder: join(dataFolder, 'logs', 'main.log') }),
  ).rejects.toThrow(/cannot be written/);
  await running.close();
});

/** A server of which a part leads to another origin. */
async function startRedirectingServer(): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url === '/desk/away') {
      response.writeHead(302, { location: 'http://localhost:9/' }).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html' }).end('<body>desk</body>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
