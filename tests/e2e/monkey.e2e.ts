import { type CDPSession, expect, type Page, test } from 'playwright/test';
import { Random } from '../faults/random.ts';
import { Citizen } from '../office/citizen.ts';
import { KIOSK_PAGE } from '../office/electron-app.ts';
import { APPOINTMENT } from '../office/import-appointment.ts';
import { type KioskOffice, openKioskOffice } from '../office/kiosk-office.ts';
import { textsIn } from '../support/texts.ts';

/** Another walk with SPORTELLO_MONKEY_SEED; the same one without. */
const SEED = process.env['SPORTELLO_MONKEY_SEED'] ?? 'first';

/** How many things the monkey does, and after how many somebody looks after the kiosk. */
const INPUTS = 10_000;
const CHECK_EVERY = 500;

/** What one keyboard after another sends, wanted or not. */
const KEYS = [
  ...['Tab', 'Enter', 'Escape', 'Space', 'Backspace', 'Delete', 'Insert', 'Home', 'End'],
  ...['Up', 'Down', 'Left', 'Right', 'PageUp', 'PageDown'],
  ...Array.from({ length: 24 }, (_, index) => `F${index + 1}`),
  ...['A', 'q', 'R', 'w', 'T', '0', '7', '+', '-', '=', '/', "'"],
  ...['PrintScreen', 'VolumeUp', 'VolumeMute', 'MediaPlayPause'],
];

type Modifier = 'control' | 'alt' | 'shift' | 'meta';
const MODIFIERS: readonly Modifier[] = ['control', 'alt', 'shift', 'meta'];

/** A key as Electron's sendInputEvent takes it, so that it passes the window's own lock. */
interface Key {
  readonly keyCode: string;
  readonly modifiers: readonly Modifier[];
}

class Monkey {
  private readonly random: Random;
  private readonly office: KioskOffice;
  private readonly cdp: CDPSession;
  private readonly size: { readonly width: number; readonly height: number };
  done = 0;

  constructor(office: KioskOffice, cdp: CDPSession, size: Monkey['size'], seed: string) {
    this.office = office;
    this.cdp = cdp;
    this.size = size;
    this.random = new Random(seed);
  }

  /** Does one thing or a storm of them. */
  async act(): Promise<void> {
    const what = this.random.next();
    if (what < 0.35) await this.storm(1 + this.random.below(12));
    else if (what < 0.42) await this.touchWithSeveralFingers();
    else if (what < 0.47) await this.drag();
    else if (what < 0.52) await this.turnWheel();
    else if (what < 0.88) await this.press(1 + this.random.below(40));
    else if (what < 0.95) await this.scan();
    else await this.plugAndUnplug();
  }

  private point(id = 0) {
    return { x: this.random.below(this.size.width), y: this.random.below(this.size.height), id };
  }

  /** Touches as fast as the glass can tell them apart. */
  private async storm(touches: number): Promise<void> {
    const sent: Promise<unknown>[] = [];
    for (let count = 0; count < touches; count += 1) {
      sent.push(this.touch('touchStart', [this.point()]), this.touch('touchEnd', []));
    }
    this.done += touches;
    await Promise.all(sent);
  }

  private touch(type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel', points: object[]) {
    return this.cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points as never });
  }

  /** Two to five fingers that move apart or together, and do not always end in order. */
  private async touchWithSeveralFingers(): Promise<void> {
    const ids = Array.from({ length: 2 + this.random.below(4) }, (_, id) => id);
    const isGivenUp = this.random.next() < 0.2;
    await Promise.all([
      this.touch(
        'touchStart',
        ids.map((id) => this.point(id)),
      ),
      this.touch(
        'touchMove',
        ids.map((id) => this.point(id)),
      ),
      this.touch(isGivenUp ? 'touchCancel' : 'touchEnd', []),
    ]);
    this.done += 1;
  }

  private async drag(): Promise<void> {
    const sent = [this.touch('touchStart', [this.point()])];
    for (let moves = 0; moves < 4; moves += 1) sent.push(this.touch('touchMove', [this.point()]));
    await Promise.all([...sent, this.touch('touchEnd', [])]);
    this.done += 1;
  }

  private async turnWheel(): Promise<void> {
    await this.cdp.send('Input.dispatchMouseEvent', {
      type: 'mouseWheel',
      ...this.point(),
      deltaX: this.random.below(400) - 200,
      deltaY: this.random.below(4_000) - 2_000,
      modifiers: this.random.next() < 0.3 ? 2 : 0,
    });
    this.done += 1;
  }

  private async press(count: number): Promise<void> {
    const keys = Array.from({ length: count }, (): Key => {
      const isPlain = this.random.next() < 0.7;
      const modifiers = isPlain ? [] : MODIFIERS.filter(() => this.random.next() < 0.4);
      return { keyCode: KEYS[this.random.below(KEYS.length)] ?? 'Tab', modifiers };
    });
    await this.send(keys);
  }

  /** A reader of codes reads anything. */
  private async scan(): Promise<void> {
    const text =
      ['HTTPS://EXAMPLE.ORG/', APPOINTMENT, '0000', 'X'.repeat(60)][this.random.below(4)] ?? '';
    await this.send([...text, 'Enter'].map((keyCode) => ({ keyCode, modifiers: [] })));
  }

  private async send(keys: readonly Key[]): Promise<void> {
    await this.office.app.electron.evaluate(({ BrowserWindow }, pressed) => {
      const contents = BrowserWindow.getAllWindows()
        .map((window) => window.webContents)
        .find((one) => one.getURL().includes('/kiosk/'));
      for (const { keyCode, modifiers } of pressed) {
        contents?.sendInputEvent({ type: 'keyDown', keyCode, modifiers: [...modifiers] });
        contents?.sendInputEvent({ type: 'char', keyCode, modifiers: [...modifiers] });
        contents?.sendInputEvent({ type: 'keyUp', keyCode, modifiers: [...modifiers] });
      }
    }, keys);
    this.done += keys.length;
  }

  /** A screen, a keyboard and a headset are unplugged, used all the same, and plugged in again. */
  private async plugAndUnplug(): Promise<void> {
    await this.changeDisplay({
      width: 300 + this.random.below(800),
      height: 300 + this.random.below(1_600),
    });
    await this.send([{ keyCode: 'F15', modifiers: [] }]);
    await this.storm(3);
    await this.changeDisplay(this.size);
    await this.send([{ keyCode: 'F16', modifiers: [] }]);
    await this.touch('touchStart', [this.point()]);
    await this.touch('touchCancel', []);
    this.done += 1;
  }

  /** What a system does with the window when its display is another: size, place, focus. */
  private async changeDisplay(size: Monkey['size']): Promise<void> {
    await this.office.app.electron.evaluate(({ BrowserWindow, screen }, { width, height }) => {
      const window = BrowserWindow.getAllWindows().find((one) =>
        one.webContents.getURL().includes('/kiosk/'),
      );
      window?.blur();
      window?.webContents.sendInputEvent({ type: 'mouseLeave', x: 0, y: 0 });
      window?.setAspectRatio(0);
      window?.setContentSize(width, height);
      window?.setPosition(-5_000, -5_000);
      screen.emit('display-metrics-changed');
      window?.focus();
    }, size);
    const { page } = this.office;
    await page.waitForFunction(
      ({ width, height }) => innerWidth === width && innerHeight === height,
      size,
    );
  }
}

test(`a monkey leaves the kiosk usable and on its own screens (seed ${SEED})`, async () => {
  test.setTimeout(600_000);
  const office = await openKioskOffice();
  const { page, app } = office;
  try {
    await office.importAppointment(APPOINTMENT);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    // A screen that fails is caught, and replaced: only the console tells.
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    page.on('load', () => problems.push('the page loaded anew'));
    page.on('crash', () => problems.push('the page crashed'));
    page.on('dialog', (dialog) => problems.push(`a dialog: ${dialog.message()}`));
    const cdp = await page.context().newCDPSession(page);
    const size = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    const monkey = new Monkey(office, cdp, size, SEED);
    let next = CHECK_EVERY;
    while (monkey.done < INPUTS) {
      await monkey.act();
      if (monkey.done < next) continue;
      next += CHECK_EVERY;
      await expectKioskWell(office, page);
      expect(problems).toEqual([]);
    }
    await takeNumberAfterwards(page);
    expect(problems).toEqual([]);
    expect(app.log().filter(({ event }) => event === 'pageGone' || event === 'pageHung')).toEqual(
      [],
    );
  } finally {
    await office.close();
  }
});

/** On its own page, in sight, with a title and something to do: whatever happened before. */
async function expectKioskWell({ app }: KioskOffice, page: Page): Promise<void> {
  const windows = await app.electron.evaluate(({ BrowserWindow, screen }) => {
    const { workArea } = screen.getPrimaryDisplay();
    return BrowserWindow.getAllWindows().map((window) => {
      const { x, y, width, height } = window.getBounds();
      return {
        url: window.webContents.getURL(),
        isVisible: window.isVisible(),
        isMinimized: window.isMinimized(),
        isOnDisplay:
          x >= workArea.x &&
          y >= workArea.y &&
          x + width <= workArea.x + workArea.width &&
          y + height <= workArea.y + workArea.height,
        zoom: window.webContents.getZoomFactor(),
        hasDevTools: window.webContents.isDevToolsOpened(),
      };
    });
  });
  expect(windows).toEqual([
    {
      url: expect.stringMatching(KIOSK_PAGE),
      ...{ isVisible: true, isMinimized: false, isOnDisplay: true, zoom: 1, hasDevTools: false },
    },
  ]);
  // An emptied screen has one too, for those who hear it.
  await expect(page.locator('h1')).toHaveCount(1);
  const view = await page.evaluate(() => ({
    scale: visualViewport?.scale,
    isSelected: getSelection()?.toString() !== '',
    overflow: document.documentElement.scrollWidth > innerWidth,
  }));
  expect(view).toEqual({ scale: 1, isSelected: false, overflow: false });
}

/** Whoever comes next gets a number. */
async function takeNumberAfterwards(page: Page): Promise<void> {
  const person = new Citizen(page, textsIn('it'));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  // Where the monkey left an emptied screen or a dialog, it passes; a number goes by itself.
  await expect(async () => {
    const clear = page.locator('.frame__command--clear').last();
    if (await clear.isVisible()) await clear.click({ timeout: 1_000 });
    await person.heading('kiosk.attract.title').waitFor({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  await person.touch('kiosk.attract.touch');
  await person.touch('kiosk.needs.unsureLabel');
  await person.takeNumber();
  expect(await person.numberOnScreen()).toMatch(/^[A-Z]\d{3}$/);
}
