import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../../electron/content/load-content.ts';
import { streetsOfRegister } from '../../../electron/content/street-register.ts';
import {
  copyOfContent,
  problemsOf,
  replaceIn,
  shippedContentDir,
  temporaryFolder,
  writeIn,
} from './content-folder.ts';

const ADDA = '{ "name": "Via Adda", "municipi": [2, 9], "source": "register" }';

describe('the list of streets', () => {
  it.each([
    [
      'without a source that is named',
      ADDA.replace('register', 'memory'),
      'not one of the sources',
    ],
    [
      'twice, however it is written',
      `${ADDA},\n    ${ADDA.replace('Adda', 'ADDÀ')}`,
      'there twice',
    ],
    ['with Municipi out of order', ADDA.replace('[2, 9]', '[9, 2]'), 'not in order'],
    ['with a tenth Municipio', ADDA.replace('[2, 9]', '[2, 10]'), ''],
  ])('has no street %s: the file and its line are named', (_, row, reason) => {
    const folder = copyOfContent();
    const line = replaceIn(folder, 'streets.json', ADDA, row);
    const isSecond = row.includes('\n');
    expect(problemsOf(folder)).toMatchObject([
      {
        file: 'streets.json',
        line: isSecond ? line + 1 : line,
        reason: expect.stringContaining(reason),
      },
    ]);
  });

  it('is replaced by the office’s own', () => {
    const own = temporaryFolder();
    const register = 'AREA,DESCRIZIONE_VIA,MUNICIPIO\nVLE,MONZA,2\n';
    const csv = join(own, 'register.csv');
    writeIn(own, 'register.csv', register);
    const command = join(import.meta.dirname, '../../../electron/content/streets.ts');
    const streets = execFileSync(process.execPath, [command, csv, '--date', '2026-03-01']);
    const folder = temporaryFolder();
    writeIn(folder, 'streets.json', streets);
    const loaded = loadContent({ baseDir: shippedContentDir, overrideDir: folder });
    expect(loaded).toMatchObject({
      ok: true,
      value: { streets: { isComplete: true, places: [{ name: 'Viale Monza', municipi: [2] }] } },
    });
  });
});

describe('the register of the Comune', () => {
  it('gives each street once, with every Municipio that its numbers lie in', () => {
    const csv = [
      'CODICE_VIA,AREA,DESCRIZIONE_VIA,CIVICO,BARRATO,CAP,SEZIONE,MUNICIPIO',
      '1184,VIA,ADDA,10,,124,569,9',
      '1184,VIA,ADDA,3,,124,568,2',
      '1184,VIA,ADDA,11,,124,569,9',
      '7412,PLE,AI LAGHI,3,,156,1112,8',
      '1,CSO,XXII MARZO,1,,129,1,4',
      "2,VIA,SANT'ERLEMBALDO,4,,126,1,2",
    ].join('\n');
    expect(streetsOfRegister(csv)).toEqual([
      { name: 'Corso XXII Marzo', municipi: [4] },
      { name: 'Piazzale ai Laghi', municipi: [8] },
      { name: 'Via Adda', municipi: [2, 9] },
      { name: 'Via Sant’Erlembaldo', municipi: [2] },
    ]);
  });

  it('may have the semicolons of a spreadsheet', () => {
    expect(streetsOfRegister('\uFEFFAREA;DESCRIZIONE_VIA;MUNICIPIO\r\nVIA;ADDA;2\r\n')).toEqual([
      { name: 'Via Adda', municipi: [2] },
    ]);
  });

  it('is refused with its row where something is missing', () => {
    const csv = 'AREA,DESCRIZIONE_VIA,MUNICIPIO\nVIA,ADDA,2\nVIA,ADIGE,\n';
    expect(() => streetsOfRegister(csv)).toThrow('row 2: MUNICIPIO');
  });
});

describe('the questions on residence', () => {
  it('are two before an outcome at the most', () => {
    const folder = copyOfContent();
    replaceIn(
      folder,
      'residence.json',
      '"id": "not-registered",',
      `"id": "third", "answers": [
        { "id": "a", "next": { "outcome": "family" } }, { "id": "b", "next": { "outcome": "family" } }
      ] }, { "id": "not-registered",`,
    );
    const line = replaceIn(
      folder,
      'residence.json',
      '"outcome": "protection"',
      '"question": "third"',
    );
    expect(problemsOf(folder)).toContainEqual(
      expect.objectContaining({ line, reason: expect.stringContaining('the third on its way') }),
    );
  });
});
