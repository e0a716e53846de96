import { describe, expect, it } from 'vitest';
import { TestPostgres } from '../support/postgres.ts';
import { runFailingWrites } from './failing-writes.ts';
import { runFullDisk } from './full-disk.ts';
import { Random } from './random.ts';
import { runStorm, type StormSize } from './storm.ts';
import { runTracedServer } from './traced-server.ts';

/** The short form of `npm run faults`. */
const random = new Random('short');

const storm: StormSize = {
  tickets: 100,
  kills: 3,
  copies: 1,
  offices: 1,
  kiosksPerOffice: 2,
  servers: 1,
  restarts: 0,
};

describe('no ticket is lost or called twice', { timeout: 120_000 }, () => {
  it('when the server is killed and stopped, over a bad network', async () => {
    const report = await runStorm(storm, random.stream('storm'));
    expect(report.problems).toEqual([]);
    expect(report.acknowledged).toBeGreaterThanOrEqual(storm.tickets);
    expect(report.kills).toBeGreaterThanOrEqual(storm.kills);
  });

  it('when PostgreSQL crashes while two servers work on it', async () => {
    const postgres = await TestPostgres.start();
    try {
      const size = { ...storm, tickets: 60, kills: 2, copies: 0, servers: 2, restarts: 1 };
      const database = { postgres, url: await postgres.createDatabase() };
      const report = await runStorm(size, random.stream('postgres'), { database });
      expect(report.problems).toEqual([]);
      expect(report.acknowledged).toBeGreaterThanOrEqual(size.tickets);
    } finally {
      await postgres.remove();
    }
  });

  it('when a write fails, before or after it is done', async () => {
    const report = await runFailingWrites(random.stream('writes'), 8);
    expect(report.problems).toEqual([]);
    expect(report.failedWrites).toBeGreaterThan(0);
  });

  it('when the disk is full for a while', async () => {
    const report = await runFullDisk(random.stream('disk'), 1);
    expect(report.problems).toEqual([]);
    expect(report.refusals).toBeGreaterThan(0);
  });
});

it('answers only when the disk has it', { timeout: 120_000 }, async () => {
  const report = await runTracedServer(random.stream('trace'), 2);
  expect(report).toEqual({ acknowledgements: 8, problems: [] });
});
