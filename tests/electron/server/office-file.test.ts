import { describe, expect, it } from 'vitest';
import { readOfficeFile, writeOfficeFile } from '../../../electron/server/move/office-file.ts';
import type { OfficeCopy } from '../../../electron/server/store/store.ts';
import { command, day, issued } from './store-conformance.ts';

const office: OfficeCopy = {
  officeId: 'demo',
  events: [{ serviceDay: day.serviceDay, event: issued(1) }],
  commands: [{ ...command('c'), serviceDay: day.serviceDay }],
  aggregates: [{ serviceDay: '2026-11-20', hour: 9, queue: null, figures: '{"issued":5}' }],
  accounts: [
    {
      officeId: 'demo',
      account: 'zoë',
      displayName: 'Zoë “Z”',
      role: 'operator',
      passwordHash: '$scrypt$…',
    },
  ],
  devices: [{ officeId: 'demo', role: 'board', tokenSha256: 'd', createdAtMs: 1 }],
};

describe('the file of an office that moves', () => {
  it('is read as it was written', () => {
    expect(readOfficeFile(writeOfficeFile(office))).toEqual({ ok: true, value: office });
  });

  it('may be laid out anew by somebody who looked into it', () => {
    const text = JSON.stringify(JSON.parse(writeOfficeFile(office)), null, 2);
    expect(readOfficeFile(text)).toEqual({ ok: true, value: office });
  });

  it('is found damaged wherever a letter of the office changed', () => {
    const text = writeOfficeFile(office);
    const begin = text.indexOf('"officeId"');
    for (let index = begin; index < text.length - 3; index += 7) {
      const changed = text[index] === 'x' ? 'y' : 'x';
      const read = readOfficeFile(text.slice(0, index) + changed + text.slice(index + 1));
      expect([index, read.ok ? 'read' : read.error.code]).toEqual([index, 'damaged']);
    }
  });

  it('is found damaged where it was cut short', () => {
    const text = writeOfficeFile(office);
    expect(readOfficeFile(text.slice(0, -20))).toEqual({ ok: false, error: { code: 'damaged' } });
  });

  it('of another version is refused by its number', () => {
    const text = writeOfficeFile(office).replace('"version":1', '"version":2');
    expect(readOfficeFile(text)).toEqual({
      ok: false,
      error: { code: 'otherVersion', version: 2 },
    });
  });

  it.each(['', 'holiday photos', '{}', '[]', '{"format":"other","version":1}'])(
    'is not "%s"',
    (text) => {
      expect(readOfficeFile(text)).toEqual({ ok: false, error: { code: 'notAnOfficeFile' } });
    },
  );
});
