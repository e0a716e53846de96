import type { ReactNode } from 'react';
import { Say } from '../../ui/words.tsx';
import { useKiosk } from '../kiosk-context.ts';
import { Fact } from './page.tsx';

/** How to book by telephone: one number for every office. */
export function BookingFact({ tone = 'plain' }: { tone?: 'plain' | 'tint' }): ReactNode {
  const { content, texts } = useKiosk();
  const { phone, keys } = content.offices.booking;
  const [firstKey = '', secondKey = ''] = keys;
  return (
    <Fact icon="phone" tone={tone}>
      <p>
        <Say
          words={texts.phrase('kiosk.appointment.booking', {
            phone: texts.phone(phone),
            firstKey,
            secondKey,
          })}
        />
      </p>
    </Fact>
  );
}
