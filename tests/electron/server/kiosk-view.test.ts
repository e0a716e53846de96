import { describe, expect, it } from 'vitest';
import { evolve } from '../../../electron/queue/evolve.ts';
import { newDay } from '../../../electron/queue/state.ts';
import { officeSetup } from '../../../electron/server/office.ts';
import { kioskView } from '../../../electron/server/views/kiosk-view.ts';
import { nothingKnown } from '../../../electron/server/views/ranges.ts';
import { repositoryContent } from '../../support/in-process-server.ts';

const serviceDay = '2026-11-23';
const at = (time: string) => Date.parse(`${serviceDay}T${time}:00+01:00`);

/** From nine to twelve; the last number half an hour before. */
const today = newDay({
  ...officeSetup(repositoryContent().office).dayRules(serviceDay),
  openingWindows: [
    { opensAtMs: at('09:00'), lastTicketAtMs: at('11:30'), closesAtMs: at('12:00') },
  ],
});

const withList = evolve(today, {
  sequence: 1,
  atMs: at('08:00'),
  event: {
    type: 'appointmentsImported',
    appointments: [{ code: 'AB12', bookedAtMs: at('11:45'), queue: 'A' }],
  },
});

function seen(time: string, state = withList) {
  const parts = { serviceDay, state, ranges: nothingKnown, opensNextAtMs: null };
  const { isOpen, takesCodes } = kioskView({ ...parts, nowMs: at(time) });
  return { isOpen, takesCodes };
}

describe('a kiosk', () => {
  it('takes codes after the last number, until the office closes', () => {
    expect(seen('08:59')).toEqual({ isOpen: false, takesCodes: false });
    expect(seen('11:29')).toEqual({ isOpen: true, takesCodes: true });
    expect(seen('11:30')).toEqual({ isOpen: false, takesCodes: true });
    expect(seen('12:00')).toEqual({ isOpen: false, takesCodes: false });
  });

  it('takes no codes where there is no list', () => {
    expect(seen('10:00', today)).toEqual({ isOpen: true, takesCodes: false });
  });
});
