import { describe, expect, it } from 'vitest';
import { loadContent } from '../../../electron/content/load-content.ts';
import { shippedContentDir, temporaryFolder, writeIn } from './content-folder.ts';

function loadedWith(changes: Readonly<Record<string, unknown>>) {
  const shipped = loadContent({ baseDir: shippedContentDir });
  if (!shipped.ok) throw new Error(JSON.stringify(shipped.error));
  const own = temporaryFolder();
  const office = { ...shipped.value.office, ...changes };
  writeIn(own, 'office/own.json', JSON.stringify(office, null, 2));
  return loadContent({ baseDir: shippedContentDir, overrideDir: own });
}

function problemsWith(changes: Readonly<Record<string, unknown>>): string[] {
  const loaded = loadedWith(changes);
  return loaded.ok ? [] : loaded.error.map(({ reason }) => reason);
}

const monday = { day: 'monday', opensAt: '08:30', closesAt: '12:30' };

describe('the opening hours of an office', () => {
  it('may be several windows of a day, one up to the end of the day', () => {
    const afternoon = { day: 'monday', opensAt: '14:00', closesAt: '24:00' };
    expect(problemsWith({ hours: [monday, afternoon] })).toEqual([]);
  });

  it('do not end before they begin', () => {
    expect(problemsWith({ hours: [{ ...monday, closesAt: '08:00' }] })).toEqual([
      'it closes at 08:00, before it opens',
    ]);
  });

  it('do not overlap on the same day', () => {
    const hours = [
      monday,
      { ...monday, day: 'tuesday' },
      { day: 'monday', opensAt: '12:00', closesAt: '16:00' },
    ];
    expect(problemsWith({ hours })).toEqual(['it overlaps with monday, 08:30 to 12:30']);
  });

  it('have no hour after 24', () => {
    expect(problemsWith({ hours: [{ ...monday, closesAt: '24:30' }] })).toHaveLength(1);
    expect(problemsWith({ hours: [{ ...monday, opensAt: '24:00' }] })).toHaveLength(1);
  });
});

describe('the calendar of an office', () => {
  it('may be left out, with the rules for calling: an office of before stays as it was', () => {
    const loaded = loadedWith({ calendar: undefined, calling: undefined });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
    expect(loaded.value.office.calendar).toEqual({
      holidays: 'milano',
      closures: [],
      extraOpenings: [],
      lastTicketMinutesBeforeClosing: 30,
    });
    expect(loaded.value.office.calling).toEqual({
      priorityHeadStartMinutes: 15,
      preferenceMinutes: 3,
      mostOvertaken: 5,
      appointmentEarlyMinutes: 30,
      appointmentLateMinutes: 10,
      returnGuardMinutes: 5,
      noShowAfterCalls: 2,
      noShowAfterSeconds: 30,
      undoSeconds: 10,
      releaseVanishedDeskAfterSeconds: 120,
    });
  });

  it('names every closure that ends before it begins, by day or by hour', () => {
    const closures = [
      { firstDay: '2027-08-09', lastDay: '2027-08-20' },
      { firstDay: '2027-08-20', lastDay: '2027-08-09' },
      { firstDay: '2026-12-24', from: '13:00', reason: 'christmas-eve' },
      { firstDay: '2026-12-24', from: '13:00', until: '12:00' },
    ];
    expect(problemsWith({ calendar: { closures } })).toEqual([
      'it ends on 2027-08-09, before it begins',
      'it ends at 12:00, before it begins',
    ]);
  });

  it('names extra openings that overlap, and days that are none', () => {
    const opening = { day: '2026-12-07', opensAt: '09:00', closesAt: '11:00' };
    expect(
      problemsWith({ calendar: { extraOpenings: [opening, { ...opening, opensAt: '10:00' }] } }),
    ).toEqual(['it overlaps with 2026-12-07, 09:00 to 11:00']);
    expect(
      problemsWith({ calendar: { extraOpenings: [{ ...opening, day: '2026-02-30' }] } }),
    ).toHaveLength(1);
  });
});
