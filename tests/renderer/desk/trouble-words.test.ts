import { describe, expect, test } from 'vitest';
import type { DeviceTrouble } from '../../../electron/contract/device-report.ts';
import { troubleNotes } from '../../../renderer/desk/trouble-words.ts';
import { textsIn } from '../../support/texts.ts';

const italian = textsIn('it');
const english = textsIn('en');
const wellAt = (device: DeviceTrouble['device']) => ({ device, printer: null, content: null });
const content = { file: 'help.json', line: 3, reason: 'a comma is missing', others: 0 };

describe('what the desk says of devices', () => {
  test.each(['paperNearEnd', 'paperOut', 'coverOpen', 'fault', 'unreachable'] as const)(
    'has words of its own for a printer that is %s',
    (printer) => {
      for (const texts of [italian, english]) {
        const [note, ...others] = troubleNotes(texts, [{ ...wellAt('kiosk'), printer }]);
        expect(others).toEqual([]);
        expect(note).toMatchObject({ about: 'printer', where: null });
        expect(note?.words.text).not.toBe('');
      }
    },
  );

  test('names the computer whose texts are damaged, and the place for whoever mends them', () => {
    const notes = troubleNotes(italian, [
      { ...wellAt('server'), content },
      { ...wellAt('board'), content: { ...content, others: 2 } },
    ]);
    expect(notes.map(({ words }) => words.text)).toEqual([
      'I testi dell’ufficio hanno un errore. Restano in uso quelli di prima.',
      'Tabellone: i testi hanno un errore. Restano in uso quelli di prima.',
    ]);
    expect(notes.map(({ where }) => where?.place.text)).toEqual([
      'Per chi li corregge: help.json, riga 3',
      'Per chi li corregge: help.json, riga 3, e altri 2 errori',
    ]);
    expect(notes[0]?.where?.reason).toBe('a comma is missing');
  });

  test('names the kiosk by where it stands, if its office has said so', () => {
    const place = 'all’ingresso';
    const notes = troubleNotes(italian, [
      { ...wellAt('kiosk'), printer: 'paperNearEnd', content, place },
      { ...wellAt('kiosk'), printer: 'paperNearEnd' },
    ]);
    expect(notes.map(({ words }) => words.text)).toEqual([
      'Chiosco all’ingresso: la carta sta per finire. Tenga pronto un rotolo nuovo.',
      'Chiosco all’ingresso: i testi hanno un errore. Restano in uso quelli di prima.',
      'Chiosco: la carta sta per finire. Tenga pronto un rotolo nuovo.',
    ]);
  });

  test('says once what is the same at two kiosks', () => {
    const kiosk: DeviceTrouble = { ...wellAt('kiosk'), printer: 'paperOut' };
    expect(troubleNotes(italian, [kiosk, kiosk])).toHaveLength(1);
  });
});
