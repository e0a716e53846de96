import { describe, expect, test } from 'vitest';
import { kioskPlaceSchema } from '../../../electron/contract/vocabulary.ts';

describe('where a kiosk stands', () => {
  test.each(['all’ingresso', 'a'.repeat(40), '二楼', 'عند المدخل'])('may be "%s"', (place) => {
    expect(kioskPlaceSchema.parse(` ${place} `)).toBe(place);
  });

  test.each([
    ['longer than forty characters', 'a'.repeat(41)],
    ['two lines', 'all’ingresso\nal primo piano'],
    ['two lines as Unicode has them', 'all’ingresso\u2028al primo piano'],
    ['made of what nobody sees', '\u0007\u0000'],
    ['turned round', '\u202eossergni'],
    ['empty', ' '],
  ])('is not %s', (_, place) => {
    expect(kioskPlaceSchema.safeParse(place).success).toBe(false);
  });
});
