import { randomUUID } from 'node:crypto';
import { serviceDayAt } from '../../electron/queue/calendar/service-day.ts';
import { must, signedIn } from '../support/client.ts';
import { testAccounts } from '../support/provision.ts';

/** The code that the tests give to a person. */
export const APPOINTMENT = 'MI2026';

/** Gives the day a list of appointments, with one code. */
export async function importAppointment(serverUrl: string, code: string): Promise<void> {
  const supervisor = await signedIn(serverUrl, testAccounts.carla);
  const list = {
    commandId: randomUUID(),
    serviceDay: serviceDayAt(Date.now()),
    format: 'csv',
    text: `code,time,queue\n${code},10:00,B\n`,
  } as const;
  must(await supervisor.call('importAppointments', list));
}
