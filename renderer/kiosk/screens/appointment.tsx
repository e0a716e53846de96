import type { ReactNode } from 'react';
import { Tile, Tiles } from '../../ui/tile.tsx';
import { useKiosk } from '../kiosk-context.ts';
import { useScan } from '../use-scan.ts';
import { BookingFact } from './booking-fact.tsx';
import { Page } from './page.tsx';

/** Appointment or not: either way there is a number. */
export function AppointmentScreen(): ReactNode {
  const { rules, texts, act } = useKiosk();
  useScan((text) => act({ type: 'codeScanned', text }));
  return (
    <Page
      title={texts.phrase('kiosk.appointment.title')}
      help={texts.phrase('kiosk.appointment.help')}
      drawing="calendar"
    >
      <Tiles>
        <Tile
          icon="calendar"
          label={texts.phrase('kiosk.appointment.yesLabel')}
          line={texts.phrase(
            rules.takesCodes ? 'kiosk.appointment.yesWithCodeLine' : 'kiosk.appointment.yesLine',
          )}
          onPress={() => act({ type: 'appointmentAnswered', entry: 'appointment' })}
        />
        <Tile
          icon="walk-in"
          label={texts.phrase('kiosk.appointment.noLabel')}
          line={texts.phrase('kiosk.appointment.noLine')}
          onPress={() => act({ type: 'appointmentAnswered', entry: 'walkIn' })}
        />
      </Tiles>
      <BookingFact tone="tint" />
    </Page>
  );
}
