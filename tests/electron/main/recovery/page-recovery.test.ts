import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import type { LogEvent } from '../../../../electron/main/log.ts';
import {
  keepPageAlive,
  type WatchedPage,
} from '../../../../electron/main/recovery/page-recovery.ts';
import { createFakeTimers } from '../../../support/fake-timers.ts';

/** A page that dies and hangs as the test says. */
class FakePage extends EventEmitter implements WatchedPage {
  isHanging = false;
  kills = 0;
  forcefullyCrashRenderer() {
    this.kills += 1;
    this.emit('render-process-gone', {}, { reason: 'killed', exitCode: 9 });
  }
  isDestroyed() {
    return false;
  }
  isCrashed() {
    return false;
  }
  isLoading() {
    return false;
  }
  executeJavaScript() {
    return this.isHanging ? new Promise(() => undefined) : Promise.resolve(0);
  }
  die(reason = 'crashed') {
    this.emit('render-process-gone', {}, { reason, exitCode: 11 });
  }
}

function watch() {
  const page = new FakePage();
  const timers = createFakeTimers();
  const log: LogEvent[] = [];
  const seen = { loads: 0, gone: 0, givenUp: 0 };
  keepPageAlive(page, {
    window: 'kiosk',
    load: () => {
      seen.loads += 1;
    },
    onGone: () => {
      seen.gone += 1;
    },
    giveUp: () => {
      seen.givenUp += 1;
    },
    nowMs: timers.nowMs,
    startTimer: timers.startTimer,
    log: (event) => log.push(event),
  });
  return { page, timers, log, seen };
}

describe('a page', () => {
  test('that dies is loaded again: at once, then after 2, 5 and 15 seconds', async () => {
    const { page, timers, log, seen } = watch();
    for (let death = 0; death < 5; death += 1) {
      page.die();
      await timers.pass(15_000);
    }
    expect(seen).toEqual({ loads: 5, gone: 5, givenUp: 0 });
    const waits = log.flatMap((line) => (line.event === 'pageGone' ? [line.reloadInMs] : []));
    expect(waits).toEqual([0, 2_000, 5_000, 15_000, 15_000]);
  });

  test('that dies a sixth time within ten minutes ends the program', async () => {
    const { page, timers, seen } = watch();
    for (let death = 0; death < 6; death += 1) {
      page.die();
      await timers.pass(15_000);
    }
    expect(seen).toMatchObject({ loads: 5, givenUp: 1 });
  });

  test.each(['integrity-failure', 'launch-failed'])(
    'is not loaded again after %s',
    async (reason) => {
      const { page, timers, seen } = watch();
      page.die(reason);
      await timers.pass(60_000);
      expect(seen).toMatchObject({ loads: 0, givenUp: 1 });
    },
  );

  test('that does not answer input is killed and loaded again', async () => {
    const { page, timers, seen } = watch();
    page.emit('unresponsive');
    await timers.pass(0);
    expect(page.kills).toBe(1);
    expect(seen.loads).toBe(1);
  });

  test('that nobody touches is killed too when it hangs', async () => {
    const { page, timers, seen } = watch();
    await timers.pass(5_000);
    page.isHanging = true;
    for (let pulse = 0; pulse < 3; pulse += 1) await timers.pass(5_000);
    expect(page.kills).toBe(0);
    await timers.pass(5_000);
    expect(page.kills).toBe(1);
    expect(seen.loads).toBe(1);
  });

  test('that answers lives for ever', async () => {
    const { page, timers } = watch();
    for (let pulse = 0; pulse < 50; pulse += 1) {
      await timers.pass(5_000);
    }
    expect(page.kills).toBe(0);
  });

  test('whose server is not there yet is tried again each second', async () => {
    const { page, timers, seen } = watch();
    page.emit('did-fail-load', {}, -102, 'ERR_CONNECTION_REFUSED', 'http://127.0.0.1:1/', true);
    await timers.pass(999);
    expect(seen.loads).toBe(0);
    await timers.pass(1);
    expect(seen.loads).toBe(1);
    page.emit('did-fail-load', {}, -3, 'ERR_ABORTED', 'http://127.0.0.1:1/', true);
    page.emit('did-fail-load', {}, -102, 'ERR_CONNECTION_REFUSED', 'http://127.0.0.1:1/x', false);
    await timers.pass(4_000);
    expect(seen.loads).toBe(1);
  });
});
