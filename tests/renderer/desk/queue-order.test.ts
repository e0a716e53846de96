import { describe, expect, it } from 'vitest';
import {
  moveQueue,
  queueChoices,
  servedQueues,
  toggleQueue,
} from '../../../renderer/desk/queue-order.ts';

const choices = queueChoices(['C', 'A'], ['A', 'B', 'C']);

describe('the queues of a counter', () => {
  it('are listed in its order of preference, the others after them', () => {
    expect(choices.map(({ letter }) => letter)).toEqual(['C', 'A', 'B']);
    expect(servedQueues(choices)).toEqual(['C', 'A']);
  });

  it('are ticked and unticked', () => {
    expect(servedQueues(toggleQueue(choices, 'B'))).toEqual(['C', 'A', 'B']);
    expect(servedQueues(toggleQueue(choices, 'C'))).toEqual(['A']);
  });

  it('move up and down, and stay where there is no further place', () => {
    expect(servedQueues(moveQueue(choices, 'A', -1))).toEqual(['A', 'C']);
    expect(servedQueues(moveQueue(choices, 'C', 1))).toEqual(['A', 'C']);
    expect(moveQueue(choices, 'C', -1)).toEqual(choices);
    expect(moveQueue(choices, 'B', 1)).toEqual(choices);
  });
});
