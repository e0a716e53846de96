import { describe, expect, test } from 'vitest';
import { helpCallPhrase } from '../../../renderer/desk/help-call-words.ts';
import { textsIn } from '../../support/texts.ts';

const calledAtMs = Date.parse('2026-11-23T09:05+01:00');

describe('the desk’s note that somebody asks for a person', () => {
  test('names the kiosk by where it stands, in what is read and in what is said', () => {
    const { text, spoken } = helpCallPhrase(textsIn('it'), { calledAtMs, place: 'al primo piano' });
    expect(text).toBe('Chiosco al primo piano: qualcuno chiede una persona, dalle 09:05.');
    expect(spoken).toContain('Chiosco al primo piano: qualcuno chiede una persona.');
  });

  test('is of the screen by the entrance where the office has named no place', () => {
    const { text } = helpCallPhrase(textsIn('en'), { calledAtMs });
    expect(text).toBe('Someone at the screen by the entrance asks for a person, since 09:05.');
  });
});
