import { describe, expect, it } from 'vitest';
import { whyNotKept } from './references.ts';

describe('pictures become references', () => {
  it('one by one with the Electron that all the others are of', () => {
    expect(whyNotKept('33.2.1', false, '33.2.1')).toBeNull();
  });

  it('all at once with another Electron, and never some of them', () => {
    expect(whyNotKept('45.4.1', true, '33.2.1')).toBeNull();
    expect(whyNotKept('45.4.1', false, '33.2.1')).toContain('33.2.1, this is 45.4.1');
  });
});
