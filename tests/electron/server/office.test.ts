import { describe, expect, it } from 'vitest';
import { loadContent } from '../../../electron/content/load-content.ts';
import type { ConfiguredOffice } from '../../../electron/contract/content.ts';
import {
  endOfServiceDay,
  startOfServiceDay,
} from '../../../electron/queue/calendar/service-day.ts';
import { officeSetup } from '../../../electron/server/office.ts';
import { shippedContentDir } from '../content/content-folder.ts';

function demoOffice(): ConfiguredOffice {
  const loaded = loadContent({ baseDir: shippedContentDir });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value.office;
}

describe('what the server makes of the office’s file', () => {
  it('the demo office gives numbers at every moment of every day', () => {
    const { dayRules } = officeSetup(demoOffice());
    for (const day of ['2026-11-24', '2026-12-25', '2027-03-28', '2026-10-25']) {
      const endMs = endOfServiceDay(day);
      expect(dayRules(day).openingWindows).toEqual([
        { opensAtMs: startOfServiceDay(day), closesAtMs: endMs, lastTicketAtMs: endMs },
      ]);
    }
  });

  it('the rules of each day have its own windows, and what the office says about calling', () => {
    const office = demoOffice();
    const setup = officeSetup({
      ...office,
      hours: [{ day: 'tuesday', opensAt: '08:30', closesAt: '12:30' }],
      calendar: {
        holidays: 'milano',
        closures: [{ firstDay: '2026-12-01', from: '00:00', until: '24:00' }],
        extraOpenings: [],
        lastTicketMinutesBeforeClosing: 30,
      },
      calling: { ...office.calling, undoSeconds: 7, appointmentLateMinutes: 12 },
    });
    expect(setup.dayRules('2026-11-24')).toMatchObject({
      openingWindows: [
        {
          opensAtMs: Date.parse('2026-11-24T07:30:00Z'),
          closesAtMs: Date.parse('2026-11-24T11:30:00Z'),
          lastTicketAtMs: Date.parse('2026-11-24T11:00:00Z'),
        },
      ],
      queues: office.queues.map(({ letter }) => ({ letter, dailyCap: 999 })),
      undoWithinMs: 7_000,
      appointments: { lateLimitMs: 12 * 60_000 },
    });
    expect(setup.dayRules('2026-12-01').openingWindows).toEqual([]);
    expect(setup.dayRules('2026-12-08').openingWindows).toEqual([]);
    expect(setup.releaseVanishedDeskAfterMs).toBe(120_000);
  });
});
