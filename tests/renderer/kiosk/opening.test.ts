import { describe, expect, it } from 'vitest';
import { nextOpening } from '../../../renderer/kiosk/opening.ts';
import { createTranslator } from '../../../renderer/text/translator.ts';
import { content } from './walk.ts';

const italian = createTranslator(content, 'it');
const english = createTranslator(content, 'en');

const opens = (serviceDay: string, at: string | null) => ({
  serviceDay,
  opensNextAtMs: at === null ? null : Date.parse(at),
});

describe('when the office opens next', () => {
  it('is said of today and tomorrow as people say it', () => {
    const today = opens('2026-11-23', '2026-11-23T14:00+01:00');
    expect(nextOpening(italian, 'Europe/Rome', today)).toEqual({
      text: 'Apre oggi alle 14:00.',
      spoken: 'Apre oggi. Orario di apertura: le 14.',
    });
    const tomorrow = opens('2026-11-23', '2026-11-24T08:30+01:00');
    expect(nextOpening(italian, 'Europe/Rome', tomorrow)?.text).toBe('Apre domani alle 08:30.');
    expect(nextOpening(english, 'Europe/Rome', tomorrow)?.text).toBe('It opens tomorrow at 08:30.');
  });

  it('names the day when it is later', () => {
    const monday = opens('2026-11-27', '2026-11-30T08:30+01:00');
    expect(nextOpening(italian, 'Europe/Rome', monday)?.text).toBe(
      'Apre lunedì 30 novembre alle 08:30.',
    );
    expect(nextOpening(english, 'Europe/Rome', monday)?.text).toBe(
      'It opens on Monday 30 November at 08:30.',
    );
  });

  it('goes by the office’s clock, also over the end of a month and of summer time', () => {
    const overnight = opens('2026-10-31', '2026-11-01T00:15+01:00');
    expect(nextOpening(italian, 'Europe/Rome', overnight)?.text).toBe('Apre domani alle 00:15.');
    const afterSummer = opens('2026-10-24', '2026-10-25T08:30+01:00');
    expect(nextOpening(italian, 'Europe/Rome', afterSummer)?.text).toBe('Apre domani alle 08:30.');
  });

  it('is not said where nobody knows it', () => {
    expect(nextOpening(italian, 'Europe/Rome', opens('2026-11-23', null))).toBeNull();
  });
});
