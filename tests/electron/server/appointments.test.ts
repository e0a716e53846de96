import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, serviceDayAt } from '../../../electron/queue/calendar/service-day.ts';
import { readAppointmentList } from '../../../electron/server/appointments/read-list.ts';

const QUEUES = ['A', 'B', 'C'];

function read(text: string, format: 'csv' | 'json' = 'csv', serviceDay = '2026-11-24') {
  return readAppointmentList({ text, format, serviceDay }, QUEUES);
}

function importedFrom(text: string, format: 'csv' | 'json' = 'csv', serviceDay = '2026-11-24') {
  const list = read(text, format, serviceDay);
  if (!list.ok) throw new Error(JSON.stringify(list.error));
  return list.value.map(({ code, bookedAtMs, queue }) =>
    [code, new Date(bookedAtMs).toISOString().slice(0, 16), queue].join(' '),
  );
}

function problemsIn(text: string, format: 'csv' | 'json' = 'csv', serviceDay = '2026-11-24') {
  const list = read(text, format, serviceDay);
  if (list.ok || list.error.code !== 'badAppointmentList') return [];
  return list.error.rows.map(({ line, problem, value }) => `${line} ${problem} ${value}`.trim());
}

describe('a list of appointments is read', () => {
  const expected = ['KX12 2026-11-24T08:00 A', 'KX13 2026-11-24T08:30 B'];

  it.each([
    ['as RFC 4180 writes it', 'code,time,queue\r\nKX12,09:00,A\r\nKX13,09:30,B\r\n'],
    [
      'as a spreadsheet in Italian writes it',
      '\uFEFFcodice;ora;coda\r\nKX12;9:00;A\r\nKX13;9.30;B',
    ],
    ['with tabs', 'code\ttime\tqueue\nKX12\t09:00:00\tA\nKX13\t09:30:00\tB'],
    ['with the columns in another order', 'Coda;Codice;Ora\nA;KX12;09:00\nB;KX13;09:30'],
    ['with quotes', '"code","time","queue"\n"KX12","09:00","A"\n"KX13","09:30","B"'],
    [
      'with empty lines and empty columns',
      'code;time;queue;;\n\nKX12;09:00;A;;\n;;;;\nKX13;9:30;b;;\n',
    ],
  ])('from CSV %s', (_how, text) => {
    expect(importedFrom(text)).toEqual(expected);
  });

  it('from JSON', () => {
    const text = `[
      { "code": "KX12", "time": "09:00", "queue": "A" },
      { "codice": "KX13", "ora": "09:30", "coda": "B" }
    ]`;
    expect(importedFrom(text, 'json')).toEqual(expected);
  });

  it('with codes as the kiosk compares them', () => {
    expect(importedFrom('code,time,queue\nkx-12 4,09:00,A')).toEqual(['KX124 2026-11-24T08:00 A']);
    expect(importedFrom('[{"code":1234,"time":"09:00","queue":"A"}]', 'json')).toEqual([
      '1234 2026-11-24T08:00 A',
    ]);
  });

  it('with a code of digits as long as it is written', () => {
    const text = '[{"code":20261124000000000017,"time":"09:00","queue":"A"}]';
    expect(importedFrom(text, 'json')).toEqual(['20261124000000000017 2026-11-24T08:00 A']);
  });

  it('also without any appointment', () => {
    expect(importedFrom('code,time,queue\n')).toEqual([]);
    expect(importedFrom('[]', 'json')).toEqual([]);
  });

  it('on the day the clocks go back, where a time that comes twice is the first', () => {
    expect(importedFrom('code,time,queue\nKX12,02:30,A', 'csv', '2026-10-25')).toEqual([
      'KX12 2026-10-25T00:30 A',
    ]);
  });
});

describe('a list with bad rows is refused, and every one of them is named', () => {
  it('with its line, what is wrong and what is written there', () => {
    const text = [
      'codice;ora;coda',
      'KX12;09:00;A',
      ';09:00;A',
      'KX13;25:00;A',
      'KX14;09:00;Z',
      '',
      'kx-12;09:10;B',
      'KX15;presto;nessuna',
      'KX16;09:00;A;Mario',
      'KX17;"09:00"x;A',
      '"KX18;09:00;A',
      'KX19;;',
    ].join('\n');
    expect(problemsIn(text)).toEqual([
      '3 badCode',
      '4 badTime 25:00',
      '5 unknownQueue Z',
      '7 codeTwice kx-12',
      '8 badTime presto',
      '8 unknownQueue nessuna',
      '9 notReadable',
      '10 notReadable',
      '11 notReadable',
      '12 badTime',
      '12 unknownQueue',
    ]);
  });

  it('when a column is missing or unknown: a list with names is not read at all', () => {
    expect(problemsIn('codice;nome;ora\nKX12;Mario Rossi;09:00')).toEqual([
      '1 unknownColumn nome',
      '1 missingColumn queue',
    ]);
    expect(problemsIn('code,codice,time,queue\nKX12,KX12,09:00,A')).toEqual([
      '1 unknownColumn codice',
    ]);
    expect(problemsIn('')).toEqual([
      '1 missingColumn code',
      '1 missingColumn time',
      '1 missingColumn queue',
    ]);
  });

  it('when a code is a name or a fiscal code', () => {
    const text = [
      'code,time,queue',
      'Mario Rossi,09:00,A',
      'RSSMRA80A01F205X,09:00,A',
      'rss mra 80a01 f205x,09:10,A',
      'RSSMRAULALMFNLRX,09:00,A',
    ];
    expect(problemsIn(text.join('\n'))).toEqual([
      '2 badCode Mario Rossi',
      '3 badCode RSSMRA80A01F205X',
      '4 badCode rss mra 80a01 f205x',
      '5 badCode RSSMRAULALMFNLRX',
    ]);
  });

  it('when a time is one that the clocks skip that night', () => {
    const text = 'code,time,queue\nKX12,01:59,A\nKX13,02:00,A\nKX14,02:59,A\nKX15,03:00,A';
    expect(problemsIn(text, 'csv', '2027-03-28')).toEqual(['3 badTime 02:00', '4 badTime 02:59']);
    expect(problemsIn(text, 'csv', '2027-03-29')).toEqual([]);
  });

  it('in JSON as well', () => {
    const text = `[
      { "code": "KX12", "time": "09:00", "queue": "A" },
      { "code": "KX12", "time": "9", "queue": null },
      "KX13",
      { "code": "KX14", "time": "09:00", "queue": "A", "name": "Mario" },
      { "code": ["KX15"], "time": "09:00", "queue": "A" }
    ]`;
    expect(problemsIn(text, 'json')).toEqual([
      '3 codeTwice KX12',
      '3 badTime 9',
      '3 unknownQueue',
      '4 notReadable',
      '5 unknownColumn name',
      '6 badCode',
    ]);
  });

  it.each([
    ['{"code":"KX12"}', '1 notReadable'],
    ['[\n{"code":"KX12",}\n]', '2 notReadable'],
    ['', '1 notReadable'],
    ['['.repeat(100_000), '1 notReadable'],
  ])('when it is not the JSON of a list: %#', (text, problem) => {
    expect(problemsIn(text, 'json')).toEqual([problem]);
  });
});

describe('what one program writes is what we read', () => {
  const appointments = fc.uniqueArray(
    fc.record({
      code: fc.stringMatching(/^[A-Z]{1,3}[0-9]{1,6}$/),
      minute: fc.integer({ min: 0, max: 24 * 60 - 1 }),
      queue: fc.constantFrom(...QUEUES),
    }),
    { selector: ({ code }) => code, maxLength: 50 },
  );
  const days = fc.integer({ min: 0, max: 400 }).map((day) => addDays('2026-06-01', day));
  const timeOf = (minute: number) =>
    [Math.floor(minute / 60), minute % 60].map((n) => String(n).padStart(2, '0')).join(':');
  const wallClock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Rome',
    hour: '2-digit',
    minute: '2-digit',
  });

  it.each([
    ['CSV', 'csv' as const],
    ['JSON', 'json' as const],
  ])('as %s', (_name, format) => {
    fc.assert(
      fc.property(appointments, days, fc.constantFrom(';', ',', '\t'), (list, day, delimiter) => {
        const written = list.map(({ code, minute, queue }) => ({
          code,
          time: timeOf(minute),
          queue,
        }));
        const quoted = (value: string) => `"${value}"`;
        const csv = [
          ['code', 'time', 'queue'],
          ...written.map(({ code, time, queue }) => [code, quoted(time), queue]),
        ].map((row) => row.join(delimiter));
        const text = format === 'json' ? JSON.stringify(written) : csv.join('\r\n');
        const isSkipped = ({ time }: { time: string }) =>
          day === '2027-03-28' && time >= '02:00' && time < '03:00';
        const result = read(text, format, day);
        expect(result.ok).toBe(!written.some(isSkipped));
        if (!result.ok) return;
        expect(
          result.value.map(({ code, bookedAtMs, queue }) => ({
            code,
            time: wallClock.format(bookedAtMs),
            queue,
          })),
        ).toEqual(written);
        for (const { bookedAtMs } of result.value) expect(serviceDayAt(bookedAtMs)).toBe(day);
      }),
    );
  });

  it('and whatever else there is, it is refused with a line and never thrown', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.constantFrom('csv', 'json'), (text, format) => {
        const result = read(text, format);
        if (result.ok || result.error.code !== 'badAppointmentList') return;
        for (const { line } of result.error.rows) expect(line).toBeGreaterThan(0);
      }),
    );
  });
});
