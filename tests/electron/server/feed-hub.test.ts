import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newDay } from '../../../electron/queue/state.ts';
import { FeedHub, type FeedSink } from '../../../electron/server/feed/feed-hub.ts';
import { officeSetup } from '../../../electron/server/office.ts';
import type { Day } from '../../../electron/server/queue-service.ts';
import { boardView } from '../../../electron/server/views/board-view.ts';
import { repositoryContent } from '../../support/in-process-server.ts';

const office = officeSetup(repositoryContent().office);

const makeView = ({ serviceDay, calls }: Day) => boardView(serviceDay, calls);

/** A day with `sequence` events, each of them a call. */
function dayWithCalls(sequence: number): Day {
  return {
    serviceDay: '2026-11-23',
    state: { ...newDay(office.dayRules('2026-11-23')), sequence },
    calls: Array.from({ length: sequence }, (_, index) => ({
      sequence: index + 1,
      code: `A${String(index + 1).padStart(3, '0')}`,
      counter: '1',
      calledAtMs: index,
    })),
  };
}

class FakeSink implements FeedSink {
  readonly chunks: string[] = [];
  hasRoom = true;
  isEnded = false;
  isDropped = false;
  #onRoom: () => void = () => undefined;

  write(chunk: string): boolean {
    this.chunks.push(chunk);
    return this.hasRoom;
  }
  onRoom(listener: () => void): void {
    this.#onRoom = listener;
  }
  end(): void {
    this.isEnded = true;
  }
  drop(): void {
    this.isDropped = true;
  }
  read(): void {
    this.hasRoom = true;
    this.#onRoom();
  }
  messages() {
    return this.chunks
      .filter((chunk) => chunk.includes('data: '))
      .map((chunk) => JSON.parse(chunk.split('data: ')[1] ?? ''));
  }
}

function addBoard(hub: FeedHub, isStillAllowed = true) {
  const sink = new FakeSink();
  hub.add({
    kind: 'board',
    sink,
    resumeFrom: null,
    owner: 'board',
    isStillAllowed: async () => isStillAllowed,
  });
  return sink;
}

describe('the hub of the live feed', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('does not buffer for a slow reader, and tells it everything when it reads again', () => {
    const hub = new FeedHub(makeView);
    hub.publish(dayWithCalls(0));
    const sink = addBoard(hub);
    sink.hasRoom = false;
    for (let sequence = 1; sequence <= 500; sequence += 1) {
      hub.publish(dayWithCalls(sequence));
      vi.runOnlyPendingTimers();
    }
    expect(sink.messages()).toHaveLength(2);
    sink.read();
    expect(sink.messages()).toHaveLength(3);
    const missed = sink.messages().flatMap(({ calls = [] }) => calls);
    expect(missed.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 500 }, (_, index) => index + 1),
    );
  });

  it('tells changes that follow one another within a moment together', () => {
    const hub = new FeedHub(makeView);
    const day = dayWithCalls(0);
    hub.publish(day);
    vi.runOnlyPendingTimers();
    const sink = addBoard(hub);
    for (let sequence = 1; sequence <= 5; sequence += 1) {
      hub.publish({ ...day, state: { ...day.state, sequence } });
    }
    vi.runOnlyPendingTimers();
    const cursors = sink.messages().map(({ cursor }) => cursor);
    expect(cursors).toEqual(['2026-11-23.0', '2026-11-23.1', '2026-11-23.5']);
  });

  it('holds no call back, however soon it follows', () => {
    const hub = new FeedHub(makeView);
    const day = dayWithCalls(0);
    hub.publish(day);
    const sink = addBoard(hub);
    hub.publish({ ...day, state: { ...day.state, sequence: 1 } });
    hub.publish(dayWithCalls(2));
    expect(sink.messages().at(-1)).toMatchObject({
      cursor: '2026-11-23.2',
      calls: [{ sequence: 1 }, { sequence: 2 }],
    });
  });

  it('says nothing where time has changed nothing', () => {
    const hub = new FeedHub(makeView);
    hub.publish(dayWithCalls(0));
    const sink = addBoard(hub);
    vi.runOnlyPendingTimers();
    hub.refresh();
    expect(sink.chunks).toHaveLength(1);
  });

  it.each([
    ['2026-11-23.5', false],
    ['2026-11-23.6', true],
    ['2026-11-22.9', false],
    ['2026-11-24.1', true],
  ])('at event 5 knows of a reader at %s whether it has seen more: %s', (cursor, isBehind) => {
    const hub = new FeedHub(makeView);
    hub.publish(dayWithCalls(5));
    expect(hub.isBehind(cursor)).toBe(isBehind);
  });

  it('drops a reader that has stopped reading', async () => {
    const hub = new FeedHub(makeView);
    hub.publish(dayWithCalls(0));
    const sink = addBoard(hub);
    sink.hasRoom = false;
    hub.publish(dayWithCalls(1));
    vi.runOnlyPendingTimers();
    await hub.beat();
    expect(sink.isDropped).toBe(false);
    await hub.beat();
    expect(sink.isDropped).toBe(true);
    expect(hub.readers).toBe(0);
  });

  it('sends a heartbeat to readers that hear nothing else', async () => {
    const hub = new FeedHub(makeView);
    hub.publish(dayWithCalls(0));
    const sink = addBoard(hub);
    await hub.beat();
    expect(sink.chunks.at(-1)).toBe(': heartbeat\n\n');
  });

  it('drops a reader that may no longer read and does not read either', async () => {
    const hub = new FeedHub(makeView);
    hub.publish(dayWithCalls(0));
    const sink = addBoard(hub, false);
    sink.hasRoom = false;
    hub.publish(dayWithCalls(1));
    vi.runOnlyPendingTimers();
    await hub.beat();
    expect(sink.isDropped).toBe(true);
  });

  it('lets no device have all connections: its oldest gives way', () => {
    const hub = new FeedHub(makeView);
    hub.publish(dayWithCalls(0));
    const sinks = Array.from({ length: 33 }, () => addBoard(hub));
    expect(sinks.map(({ isEnded }) => isEnded)).toEqual([true, ...Array(32).fill(false)]);
    expect(hub.readers).toBe(32);
  });

  it('keeps its readers while the database cannot say whether they may read', async () => {
    const hub = new FeedHub(makeView);
    hub.publish(dayWithCalls(0));
    const sink = new FakeSink();
    const isStillAllowed = () => Promise.reject(new Error('disk I/O error'));
    hub.add({ kind: 'board', sink, resumeFrom: null, owner: 'board', isStillAllowed });
    await hub.beat();
    expect(sink.isEnded).toBe(false);
    expect(sink.chunks.at(-1)).toBe(': heartbeat\n\n');
  });

  it('ends the feed of a reader that may no longer read', async () => {
    const hub = new FeedHub(makeView);
    hub.publish(dayWithCalls(0));
    const sink = addBoard(hub, false);
    await hub.beat();
    expect(sink.isEnded).toBe(true);
  });
});
