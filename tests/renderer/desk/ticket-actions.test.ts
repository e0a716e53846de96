import { describe, expect, it } from 'vitest';
import {
  continuationQueues,
  ticketActions,
  transferTargets,
} from '../../../renderer/desk/ticket-actions.ts';
import { calledTicket, deskCounter, deskView } from './fixtures.ts';

const here = deskCounter('1');
const view = deskView({
  counters: [
    here,
    deskCounter('2'),
    deskCounter('3', { status: 'paused' }),
    deskCounter('4', { status: 'closed' }),
    deskCounter('5', { status: 'abandoned' }),
  ],
});

describe('a number in a list', () => {
  it('that waits is called, transferred or given up', () => {
    expect(ticketActions('waiting', here)).toEqual(['call', 'transfer', 'cancel']);
  });

  it('that was put aside can go back to its queue', () => {
    expect(ticketActions('parked', here)).toContain('putBack');
  });

  it('that did not come can come back', () => {
    expect(ticketActions('noShow', here)).toEqual(['cameBack', 'call', 'cancel']);
  });

  it('left at a counter without desk is called from here', () => {
    expect(ticketActions('left', here)).toEqual(['call']);
  });

  it('is not called while somebody is here, nor in a pause', () => {
    const busy = deskCounter('1', { ticket: calledTicket('A001') });
    expect(ticketActions('waiting', busy)).toEqual(['transfer', 'cancel']);
    const paused = deskCounter('1', { status: 'paused' });
    expect(ticketActions('left', paused)).toEqual([]);
  });

  it('is left alone by a counter that is not open', () => {
    expect(ticketActions('waiting', deskCounter('1', { status: 'closed' }))).toEqual([]);
  });
});

describe('a transfer', () => {
  it('leads to every queue but the one where the number waits, and to every other counter that calls', () => {
    const waits = transferTargets(view, here, { queue: 'A', waitsForAny: true });
    expect(waits.queues).toEqual(['B', 'C']);
    expect(waits.counters.map(({ counter }) => counter)).toEqual(['2']);
  });

  it('leads from the counter back to the same queue as well', () => {
    const atCounter = transferTargets(view, here, { queue: 'A', waitsForAny: false });
    expect(atCounter.queues).toEqual(['A', 'B', 'C']);
  });
});

it('a visit goes on in another queue', () => {
  expect(continuationQueues(view, 'B')).toEqual(['A', 'C']);
});
