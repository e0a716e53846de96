import { describe, expect, test } from 'vitest';
import type { LogEvent } from '../../../electron/main/log.ts';
import { readyUrl } from '../../../electron/main/ready-line.ts';
import { type ServerProcess, superviseServer } from '../../../electron/main/server-supervisor.ts';
import { createFakeTimers } from '../../support/fake-timers.ts';

/** A server that the test brings up and down. */
class FakeServer implements ServerProcess {
  readonly port: number;
  ready: (url: string) => void = () => undefined;
  exit: (exitCode: number) => void = () => undefined;
  wasStopped = false;
  wasKilled = false;
  constructor(port: number) {
    this.port = port;
  }
  onReady(listener: (url: string) => void) {
    this.ready = listener;
  }
  onExit(listener: (exitCode: number) => void) {
    this.exit = listener;
  }
  stop() {
    this.wasStopped = true;
  }
  kill() {
    this.wasKilled = true;
  }
}

function supervise() {
  const timers = createFakeTimers();
  const servers: FakeServer[] = [];
  const restarts: boolean[] = [];
  const log: LogEvent[] = [];
  const failedWith: number[] = [];
  const readyUrls: string[] = [];
  const supervisor = superviseServer({
    start: (port, isRestart) => {
      restarts.push(isRestart);
      const server = new FakeServer(port);
      servers.push(server);
      return server;
    },
    port: 0,
    nowMs: timers.nowMs,
    startTimer: timers.startTimer,
    onFirstReady: (url) => readyUrls.push(url),
    onStartFailed: (exitCode) => failedWith.push(exitCode),
    log: (event) => log.push(event),
  });
  const last = () => {
    const server = servers.at(-1);
    if (server === undefined) throw new Error('no server was started');
    return server;
  };
  return { timers, servers, restarts, log, failedWith, readyUrls, supervisor, last };
}

const url = 'http://127.0.0.1:41234';

describe('the supervised server', () => {
  test('is told once where it is, and keeps its port after a crash', async () => {
    const { timers, servers, restarts, readyUrls, supervisor, last } = supervise();
    expect(supervisor.url()).toBeNull();
    last().ready(url);
    last().exit(9);
    await timers.pass(0);
    last().ready(url);
    expect(servers.map(({ port }) => port)).toEqual([0, 41234]);
    expect(restarts).toEqual([false, true]);
    expect(readyUrls).toEqual([url]);
    expect(supervisor.url()).toBe(url);
  });

  test('comes back at once, then after 2, 5 and 15 seconds, and never is given up', async () => {
    const { timers, log, last, servers } = supervise();
    last().ready(url);
    for (let crash = 0; crash < 7; crash += 1) {
      last().exit(1);
      await timers.pass(15_000);
    }
    expect(servers).toHaveLength(8);
    const waits = log.flatMap((line) => (line.event === 'serverExited' ? [line.restartInMs] : []));
    expect(waits).toEqual([0, 2_000, 5_000, 15_000, 15_000, 15_000, 15_000]);
  });

  test('comes back at once again after ten quiet minutes', async () => {
    const { timers, log, last } = supervise();
    last().ready(url);
    last().exit(1);
    await timers.pass(0);
    last().ready(url);
    await timers.pass(10 * 60_000);
    last().exit(1);
    expect(log.at(-1)).toMatchObject({ event: 'serverExited', restartInMs: 0 });
  });

  test('that never began is not tried again: its own sentence says why', async () => {
    const { timers, failedWith, last, servers } = supervise();
    last().exit(2);
    await timers.pass(60_000);
    expect(failedWith).toEqual([2]);
    expect(servers).toHaveLength(1);
  });

  test('is killed when it is not ready within two minutes', async () => {
    const { timers, last } = supervise();
    await timers.pass(119_999);
    expect(last().wasKilled).toBe(false);
    await timers.pass(1);
    expect(last().wasKilled).toBe(true);
  });

  test('ends for good when the program ends', async () => {
    const { timers, supervisor, last, servers } = supervise();
    last().ready(url);
    const stopped = supervisor.stop();
    expect(last().wasStopped).toBe(true);
    last().exit(0);
    await stopped;
    await timers.pass(60_000);
    expect(servers).toHaveLength(1);
    expect(last().wasKilled).toBe(false);
  });

  test('is killed when it does not end within five seconds', async () => {
    const { timers, supervisor, last } = supervise();
    last().ready(url);
    const stopped = supervisor.stop();
    await timers.pass(5_000);
    expect(last().wasKilled).toBe(true);
    last().exit(9);
    await stopped;
  });

  test('is not started again when the program ends while waiting to start it', async () => {
    const { timers, supervisor, last, servers } = supervise();
    last().ready(url);
    last().exit(1);
    await timers.pass(0);
    last().exit(1);
    await supervisor.stop();
    await timers.pass(60_000);
    expect(servers).toHaveLength(2);
  });
});

test('only the server’s own line tells where it is', async () => {
  expect(readyUrl('{"event":"ready","url":"http://127.0.0.1:1"}')).toBe('http://127.0.0.1:1');
  expect(readyUrl('{"event":"listening"}')).toBeNull();
  expect(readyUrl('warning: something')).toBeNull();
});
